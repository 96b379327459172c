import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, fixture, places } from './check.ts';

/** A file of test/fixtures/articles/bad and everything that its report must say. */
const rows: [file: string, ...expected: string[]][] = [
  ['alias', 'unsupported-yaml 2:8', 'unsupported-yaml 4:14'],
  ['autolink', 'dangerous-link 5:6'],
  ['bad-alias', 'bad-alias 4:11', 'bad-alias 4:27', 'bad-alias 4:39', 'bad-alias 5:11'],
  ['bad-author', 'bad-author 4:9'],
  ['bad-canonical', 'bad-address 4:12'],
  [
    'bad-correction',
    'bad-date 5:12',
    'date-in-future 6:12',
    'missing-key 7:12',
    'missing-key 7:22',
    'wrong-type 8:5',
  ],
  ['bad-date', 'bad-date 3:7'],
  ['bad-replies', 'bad-value 4:10'],
  ['bad-status', 'bad-value 4:9'],
  ['bad-tag', 'bad-tag 4:17'],
  ['blank-line-first', 'no-front-matter 1:1'],
  ['blank-title', 'missing-key 2:8'],
  [
    'bomb',
    'unsupported-yaml 4:7',
    'unsupported-yaml 5:11',
    'unsupported-yaml 5:15',
    'unsupported-yaml 5:19',
  ],
  ['capital-image', 'bad-image-path 5:5'],
  ['capital-scheme', 'dangerous-link 5:1'],
  ['closing-tag', 'raw-html 5:8'],
  ['comment', 'raw-html 5:10'],
  ['control-before-scheme', 'dangerous-link 5:1'],
  ['control-character', 'bad-characters 5:9'],
  ['cut-off-character', 'not-utf-8 5:9'],
  ['duplicate-key', 'duplicate-key 4:1'],
  ['empty-body', 'empty-body 5:1'],
  ['empty-date', 'missing-key 2:1'],
  ['empty-file', 'no-front-matter 1:1'],
  ['entity-scheme', 'dangerous-link 5:1'],
  ['entity-tab-in-scheme', 'dangerous-link 5:1'],
  ['escaped-control-character', 'bad-characters 2:8'],
  ['expires-before-date', 'expires-before-date 4:10'],
  ['external-image-without-scheme', 'external-image 5:1'],
  ['external-image', 'external-image 7:3'],
  ['function-tag', 'unsupported-yaml 4:15'],
  ['future-update', 'date-in-future 4:10'],
  ['half-a-character', 'bad-characters 2:8'],
  ['hero-as-text', 'wrong-type 4:7'],
  ['hero-elsewhere', 'external-image 5:8'],
  ['hero-outside', 'bad-image-path 5:8'],
  ['hero-with-empty-alt', 'hero-without-alt 6:8'],
  ['hero-without-alt', 'hero-without-alt 4:1'],
  ['hero-without-image', 'missing-key 4:1'],
  ['html-in-alt', 'raw-html 5:1'],
  ['html-in-heading', 'raw-html 5:8'],
  ['html-in-nested-list', 'raw-html 6:9'],
  ['html-in-table', 'raw-html 7:9'],
  ['image-up', 'bad-image-path 5:1'],
  ['inherited-key', 'unknown-key 4:1', 'unknown-key 5:1'],
  ['inline-html', 'raw-html 6:8'],
  ['inline-image-bytes', 'dangerous-link 5:1'],
  ['javascript-link', 'dangerous-link 5:6'],
  ['list-description', 'wrong-type 4:14'],
  ['list-instead', 'bad-yaml 2:1'],
  ['long-description', 'too-long 4:14'],
  ['long-front-matter', 'too-long 2:1'],
  ['long-title', 'too-long 2:8'],
  [
    'many-things',
    'unknown-key 2:1',
    'missing-key 2:1',
    'unknown-section 4:10',
    'raw-html 6:4',
    'dangerous-link 6:21',
  ],
  ['no-colon', 'bad-yaml 4:1'],
  ['no-date', 'missing-key 2:1'],
  ['no-front-matter', 'no-front-matter 1:1'],
  ['no-title', 'missing-key 2:1'],
  ['nothing-set', 'missing-key 2:1', 'missing-key 2:1'],
  ['number-title', 'wrong-type 2:8'],
  ['only-a-rule', 'empty-body 5:1'],
  ['only-words', 'bad-yaml 2:1'],
  ['open-quote', 'bad-yaml 3:17'],
  ['other-date', 'bad-date 3:7'],
  ['quoted-flag', 'wrong-type 4:11'],
  ['reference-link', 'dangerous-link 6:1'],
  ['script-block', 'raw-html 7:1'],
  ['script-canonical', 'bad-address 4:12'],
  ['second-colon', 'bad-yaml 2:8'],
  ['tab-in-scheme', 'dangerous-link 5:1'],
  ['tab-indent', 'bad-yaml 5:1'],
  ['tag-in-tag', 'wrong-type 4:11'],
  ['tags-as-group', 'wrong-type 5:3'],
  ['too-many-authors', 'too-many 15:5'],
  ['too-many-images', 'too-many 105:1'],
  ['too-many-tags', 'too-many 4:38'],
  ['two-bylines', 'duplicate-key 4:1'],
  ['two-documents', 'multiple-documents 5:1'],
  ['unclosed-front-matter', 'no-front-matter 1:1'],
  ['unknown-hero-key', 'unknown-key 7:3'],
  ['unknown-key', 'unknown-key 4:1'],
  ['unknown-scheme', 'dangerous-link 5:3', 'dangerous-link 6:3'],
  ['unknown-section', 'unknown-section 4:10'],
  ['utf-16', 'not-utf-8 1:1'],
  ['windows-1252', 'not-utf-8 6:6'],
  ['windows-controls', 'bad-characters 5:9'],
  ['windows-lines', 'dangerous-link 7:5'],
  ['written-replacement-then-bad', 'not-utf-8 3:1'],
];

describe('a bad article', () => {
  it.each(rows)('%s is refused with its code and place', (file, ...expected) => {
    const { problems, source } = check(fixture(`bad/${file}`));
    expect(places(problems)).toEqual(expected);
    expect(source).toBeUndefined();
  });

  it.each(rows)('%s is told what happened and what to do', (file) => {
    for (const { message, advice } of check(fixture(`bad/${file}`)).problems) {
      expect(message).toMatch(/\S.*[.”]$/u);
      expect(advice).toMatch(/\S.*[.”?]$/u);
      expect(`${message}${advice}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it('is tested, whichever file there is', () => {
    const files = readdirSync(new URL('../../fixtures/articles/bad', import.meta.url));
    expect(files.toSorted()).toEqual(rows.map(([file]) => `${file}.md`).toSorted());
  });

  it('is refused before it is read when it is over 1 MiB', () => {
    const { problems } = check(new Uint8Array(1024 * 1024 + 1).fill(0xff));
    expect(places(problems)).toEqual(['too-large 1:1']);
  });

  it('may have exactly 1 MiB', () => {
    const start = '---\ntitle: The wall\ndate: 2026-11-03\n---\n';
    const text = start + 'The wall held through the night.\n'.repeat(40_000);
    expect(check(text.slice(0, 1024 * 1024)).problems).toEqual([]);
  });
});
