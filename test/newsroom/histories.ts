import fc from 'fast-check';
import { anyAuthors } from './authors.ts';
import type { Edit } from './edits.ts';
import { anyChance, type Chance } from './luck.ts';
import { wide } from './pictures.ts';
import {
  anyImage,
  anyMoved,
  anySettings,
  anySource,
  anyTongue,
  goodSource,
  movedSource,
  places,
  usualSettings,
} from './sources.ts';

/** What happened to one newsroom, and the luck it had. */
export type History = { edits: Edit[]; chance: Chance };

/** Two of them claim one address, and one can never be a page. */
const articles = [
  'articles/2026/11/wall.md',
  'articles/2026/11/ferry.md',
  'articles/2026/10/tides.md',
  'articles/about.md',
  'pages/about.md',
  'articles/tag/wall.md',
];
const [wall = ''] = articles;
const files = places.map((id) => `articles/${id}.md`);
const images = ['images/wall.png', 'images/quay.png'];
const anyKey = fc.constantFrom(...articles, ...images, 'site.yaml', 'authors.yaml');

/** A newsroom as it may stand there one morning, because little can go wrong in an empty one. */
const opening: Edit[] = [
  { do: 'upload', key: 'images/wall.png', body: wide },
  ...articles.slice(0, -1).map((key, nth) => ({
    do: 'upload' as const,
    key,
    body: goodSource(key, `2026-1${nth % 2}-0${nth + 1}`),
  })),
  { do: 'reply', article: '2026/11/wall', text: 'Fine *wall*.' },
  { do: 'decide', nth: 0, to: 'approved' },
];

const settled: Edit = { do: 'upload', key: 'site.yaml', body: usualSettings };

/** How a newsroom starts: mostly with settings, but none of them is needed. */
const anyStart = fc.oneof(
  { weight: 8, arbitrary: fc.constant(settled) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Edit>(
      { do: 'deploy' },
      { do: 'upload', key: 'site.yaml', body: 'title: Galley\n' },
      { do: 'upload', key: 'site.yaml', body: 'titel: Galley\n' },
      { do: 'upload', key: 'pages/about.md', body: '---\ntitle: About\n---\nUs.\n' },
      { do: 'upload', key: 'articles/tag/wall.md', body: '' },
    ),
  },
);

/** Everything that can happen. */
export const anyHistory = historyOf(fc.subarray(opening), 16, [
  [8, upload(fc.constantFrom(...articles), anySource)],
  [4, upload(fc.constant(wall), anySource)],
  [3, upload(fc.constantFrom(...images), anyImage)],
  [2, upload(fc.constant('site.yaml'), anySettings)],
  [2, upload(fc.constant('authors.yaml'), anyAuthors)],
  [1, fc.record({ do: fc.constant('repeat'), key: anyKey })],
  [3, fc.record({ do: fc.constant('delete'), key: anyKey })],
  [1, fc.record({ do: fc.constant('wait'), hours: fc.constantFrom(1, 12, 30) })],
  [6, reply(fc.constantFrom('2026/11/wall', '2026/11/wall', '2026/11/ferry', 'about'))],
  [9, decision()],
]);

/** One article with one image and two states, again and again: everything meets everything. */
export const anyMeeting = historyOf(fc.constant([]), 8, [
  [3, upload(fc.constant(wall), fc.constantFrom('One', 'Other').map(goodWall))],
  [2, upload(fc.constant('images/wall.png'), fc.constant(wide))],
  [1, fc.record({ do: fc.constant('delete'), key: fc.constantFrom(wall, 'images/wall.png') })],
  [2, reply(fc.constant('2026/11/wall'))],
  [2, decision()],
]);

/** One that has moved and is linked to, with a reply from where it was. */
const moved: Edit[] = [
  { do: 'upload', key: 'articles/a.md', body: movedSource({ formerly: ['old'] }) },
  {
    do: 'upload',
    key: 'articles/b.md',
    body: movedSource({ link: '[There](/a/), [here](/old/).' }),
  },
  { do: 'reply', article: 'old', text: 'Fine *wall*.' },
  { do: 'decide', nth: 0, to: 'approved' },
];

/** Articles that move, say where they were, and link to each other. */
export const anyMove = historyOf(fc.subarray(moved), 8, [
  [6, upload(fc.constantFrom(...files), anyMoved)],
  [1, fc.record({ do: fc.constant('repeat'), key: fc.constantFrom(...files) })],
  [2, fc.record({ do: fc.constant('delete'), key: fc.constantFrom(...files) })],
  [1, fc.record({ do: fc.constant('wait'), hours: fc.constantFrom(1, 12) })],
  [1, upload(fc.constant('site.yaml'), anyTongue)],
  [2, reply(fc.constantFrom(...places))],
  [4, decision()],
]);

/** One article whose title is a number that grows with each upload. */
export const anyGrowth: fc.Arbitrary<History> = fc.record({
  edits: fc
    .integer({ min: 2, max: 6 })
    .map((count) => [settled, ...Array.from({ length: count }, (_, nth) => retitled(`"${nth}"`))]),
  chance: anyChance,
});

/** Nothing but settings that change while the articles stay as they are. */
export const anyRedesign = historyOf(fc.constant(opening), 3, [
  [1, upload(fc.constant('site.yaml'), anySettings)],
]);

/** Nineteen articles, and a few more that come and go. */
export const anyCrowd = historyOf(fc.constant(crowd()), 5, [
  [3, upload(fc.constantFrom('articles/a.md', 'articles/b.md', 'articles/c.md'), anySource)],
  [1, fc.record({ do: fc.constant('delete'), key: fc.constantFrom('articles/a.md', wall) })],
  [1, upload(fc.constant('site.yaml'), anySettings)],
]);

function crowd(): Edit[] {
  return Array.from({ length: 19 }, (_, nth) => {
    const date = `2026-${nth < 9 ? '09' : '10'}-${nth + 10}`;
    const key = nth === 0 ? wall : `articles/crowd-${nth}.md`;
    return { do: 'upload', key, body: goodSource(`Crowd ${nth}`, date) };
  });
}

function retitled(title: string): Edit {
  return { do: 'upload', key: wall, body: goodWall(title) };
}

function goodWall(title: string): string {
  return goodSource(title, '2026-11-01');
}

export function upload(key: fc.Arbitrary<string>, body: fc.Arbitrary<string | Uint8Array>) {
  return fc.record({ do: fc.constant('upload'), key, body });
}

export function reply(article: fc.Arbitrary<string>) {
  const text = fc.constantFrom('Fine *wall*.', 'No.', '<script>');
  return fc.record({ do: fc.constant('reply'), article, text });
}

function decision() {
  const to = fc.constantFrom('approved', 'approved', 'spam', 'trash');
  return fc.record({ do: fc.constant('decide'), nth: fc.nat(2), to });
}

export function historyOf(
  before: fc.Arbitrary<Edit[]>,
  most: number,
  weighed: [number, fc.Arbitrary<Edit>][],
): fc.Arbitrary<History> {
  const edit = fc.oneof(...weighed.map(([weight, arbitrary]) => ({ weight, arbitrary })));
  const edits = fc.array(edit, { minLength: 1, maxLength: most, size: 'max' });
  return fc
    .record({ start: anyStart, before, edits, chance: anyChance })
    .map((all) => ({ edits: [all.start, ...all.before, ...all.edits], chance: all.chance }));
}
