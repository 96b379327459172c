import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { png } from '../functions/images/pictures.ts';
import { Luck, noChance } from '../newsroom/luck.ts';
import { Newsroom } from '../newsroom/newsroom.ts';
import { rebuilt } from '../newsroom/rebuild.ts';
import {
  anyMoved,
  anySettings,
  anySource,
  goodSource,
  usualSettings,
} from '../newsroom/sources.ts';
import { Workshop } from './building.ts';

const texts = [
  'articles/a.md',
  'articles/b.md',
  'articles/2026/11/c.md',
  'pages/a.md',
  'pages/d.md',
];

const anyEdit = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...texts), fc.oneof(anySource, anyMoved)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...texts), fc.constant(undefined)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('site.yaml'), anySettings) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom('images/wall.png', 'images/quay.png'),
      fc.constantFrom(png(48, 9), png(600, 9), new Uint8Array(3), undefined),
    ),
  },
);

describe('a build', () => {
  it('of what changed is the same, file for file, as one of everything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const workshop = await Workshop.with({ 'site.yaml': usualSettings });
        await workshop.build();
        for (const [key, body] of edits) {
          if (body === undefined) workshop.remove(key);
          else workshop.write(key, body);
          await workshop.build();
          expect(workshop.files()).toEqual(await workshop.anew());
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('is the same as what a rebuild of the deployed newsroom makes of the same files', async () => {
    const files = {
      'site.yaml': usualSettings,
      'articles/2026/11/wall.md': goodSource('The wall holds', '2026-11-03 09:30'),
      'articles/2026/10/ferry.md': goodSource('The ferry returns', '2026-10-03 09:30'),
      'articles/bad.md': 'no front matter',
      'pages/about.md': '---\ntitle: About us\n---\nWe are here.\n',
    };
    const newsroom = new Newsroom(new Luck(noChance));
    for (const [key, body] of Object.entries(files)) newsroom.upload(key, body);
    const pages = Object.entries(await rebuilt(newsroom))
      .filter(([key]) => key.startsWith('site/'))
      .map(([key, object]) => [key.slice('site/'.length), object.slice(object.indexOf('\n') + 1)]);
    const workshop = await Workshop.with(files);
    await workshop.build();
    expect(workshop.files()).toEqual(Object.fromEntries(pages));
  });
});
