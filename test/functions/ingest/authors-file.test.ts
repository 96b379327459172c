import { describe, expect, it } from 'vitest';
import { checkAuthors } from '../../../functions/ingest/authors-file.ts';
import { badAuthors } from '../../fixtures/settings.ts';
import { places } from './check.ts';

const check = (text: string) => checkAuthors(new TextEncoder().encode(text));

describe('authors.yaml', () => {
  it('is a list of authors, each with no more than a name', () => {
    expect(check('- name: Ines Falk\n- name: 張偉\n')).toEqual({
      problems: [],
      profiles: [
        { slug: 'ines-falk', name: 'Ines Falk', links: [] },
        { slug: expect.stringMatching(/^n[0-9a-f]{10}$/), name: '張偉', links: [] },
      ],
    });
  });

  it('says everything that it can say', () => {
    const text = `- name: Ines Falk
  slug: ines
  bio: >-
    Writes about buses
    and the hill.
  picture: {src: images/people/ines.jpg, alt: Ines Falk on the bus.}
  links:
    - {label: Mastodon, url: https://social.example/@ines}
    - {label: Mail, url: "mailto:ines@example.org"}
`;
    expect(check(text)).toEqual({
      problems: [],
      profiles: [
        {
          slug: 'ines',
          name: 'Ines Falk',
          bio: 'Writes about buses and the hill.',
          picture: {
            key: 'images/people/ines.jpg',
            alt: 'Ines Falk on the bus.',
            at: { line: 6, column: 18 },
          },
          links: [
            { label: 'Mastodon', url: 'https://social.example/@ines' },
            { label: 'Mail', url: 'mailto:ines@example.org' },
          ],
        },
      ],
    });
  });

  it('takes the name for the words of a portrait that has none', () => {
    const { profiles } = check('- {name: Ines Falk, picture: {src: images/ines.jpg}}\n');
    expect(profiles?.[0]?.picture?.alt).toBe('Ines Falk');
  });

  it.each(['', '# nobody yet\n', '[]\n'])('may have no author: %j', (text) => {
    expect(check(text)).toEqual({ problems: [], profiles: [] });
  });

  it.each(['Jo Ray', 'jo ray', 'Jo-Ray'])('warns of a second author called %s', (name) => {
    const { problems, profiles } = check(`- name: Jo Ray\n- {name: ${name}, slug: jo-ray-2}\n`);
    expect(places(problems)).toEqual(['repeated-entry 2:10']);
    expect(profiles?.map(({ slug }) => slug)).toEqual(['jo-ray', 'jo-ray-2']);
  });

  it.each(badAuthors)('is refused: %j', (text, ...expected) => {
    const { problems, profiles } = check(`${text}\n`);
    expect(places(problems)).toEqual(expected);
    expect(profiles).toBeUndefined();
  });

  it.each([
    ['a biography of more than 1,000 characters', `- {name: Ines, bio: ${'a'.repeat(1001)}}`],
    ['more than 96 KiB', '# much\n'.repeat(15_000)],
    ['more than 500 authors', Array.from({ length: 501 }, (_, n) => `- name: A${n}`).join('\n')],
  ])('is refused with %s', (_what, text) => {
    expect(check(text).problems[0]?.code).toMatch(/^too-/);
    expect(check(text).profiles).toBeUndefined();
  });
});
