import fc from 'fast-check';
import type { ReplyState } from '../../functions/shared/model.ts';
import type { Newsroom } from './newsroom.ts';
import { anyImage, anySettings, anySource, goodSource, png } from './sources.ts';

/** What people do to a newsroom. */
export type Edit =
  | { do: 'upload'; key: string; body: string | Uint8Array }
  /** The same bytes once more. */
  | { do: 'repeat'; key: string }
  | { do: 'delete'; key: string }
  | { do: 'wait'; hours: number }
  | { do: 'reply'; article: string; text: string }
  | { do: 'decide'; nth: number; to: ReplyState };

/** Two of them claim one address, and one can never be a page. */
const articles = [
  'articles/2026/11/wall.md',
  'articles/2026/11/ferry.md',
  'articles/2026/10/tides.md',
  'articles/about.md',
  'pages/about.md',
  'articles/tag/wall.md',
];
const images = ['images/wall.png', 'images/quay.png'];

const anyArticle = fc.constantFrom(...articles.slice(0, -1), ...articles);
const anyKey = fc.constantFrom(...articles, ...images, 'site.yaml');

function edit<D extends Edit['do'], T>(name: D, fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Edit>;
}

const uploads = [
  edit('upload', { key: anyArticle, body: anySource }),
  edit('upload', { key: fc.constantFrom(...images), body: anyImage }),
  edit('upload', { key: fc.constant('site.yaml'), body: anySettings }),
] as const;

const weighed: [number, fc.Arbitrary<Edit>][] = [
  [12, uploads[0]],
  [3, uploads[1]],
  [2, uploads[2]],
  [1, edit('repeat', { key: anyKey })],
  [3, edit('delete', { key: anyKey })],
  [1, edit('wait', { hours: fc.constantFrom(1, 12, 30) })],
  [
    6,
    edit('reply', {
      article: fc.constantFrom('2026/11/wall', '2026/11/wall', '2026/11/ferry', 'about'),
      text: fc.constantFrom('Fine *wall*.', 'No.', '<script>'),
    }),
  ],
  [
    9,
    edit('decide', {
      nth: fc.nat(2),
      to: fc.constantFrom('approved', 'approved', 'spam', 'trash'),
    }),
  ],
];

export const anyEdit = fc.oneof(...weighed.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** A newsroom as it may stand there one morning. */
export const opening: Edit[] = [
  { do: 'upload', key: 'images/wall.png', body: png(16) },
  ...articles.slice(0, -1).map((key, nth) => ({
    do: 'upload' as const,
    key,
    body: goodSource(key, `2026-1${nth % 2}-0${nth + 1}`),
  })),
  { do: 'reply', article: '2026/11/wall', text: 'Fine *wall*.' },
  { do: 'decide', nth: 0, to: 'approved' },
];

/** Does it, as a client would: at once, and the queues hear of it. */
export async function perform(newsroom: Newsroom, edit: Edit): Promise<void> {
  switch (edit.do) {
    case 'upload':
      return newsroom.upload(edit.key, edit.body);
    case 'repeat': {
      const object = await newsroom.content.get(edit.key);
      return object && newsroom.upload(edit.key, object.body);
    }
    case 'delete':
      return newsroom.delete(edit.key);
    case 'wait':
      return newsroom.pass(edit.hours);
    case 'reply':
      return newsroom.reply(edit.article, edit.text);
    case 'decide':
      return newsroom.decide(edit.nth, edit.to);
  }
}
