import {
  correctionKeys,
  frontMatterKeys,
  heroKeys,
} from '../../functions/ingest/front-matter-shape.ts';
import type { Keys } from '../../functions/ingest/shape.ts';
import type { Word } from './json-schema.ts';

const dates = ['2026-11-20 09:30', '2026-11-20', '2026-11-20T09:30:00+01:00'] as const;

const hero = {
  src: ['Where the image lies in the content bucket.', 'images/2026/11/harbour-wall.jpg'],
  alt: 'What it shows, for readers who cannot see it.',
  caption: 'What stands below it.',
  credit: 'Who made it.',
} satisfies Record<keyof typeof heroKeys, Word>;

const correction = {
  date: ['When it was corrected, in the site’s time zone unless it says another.', ...dates],
  text: ['What was wrong and what is right.', 'The wall is 4 metres high, not 14.'],
} satisfies Record<keyof typeof correctionKeys, Word>;

const frontMatter = {
  title: 'The headline.',
  description:
    'One sentence below the headline, on cards and in feeds. Without it, lists show the first 50 words.',
  author: 'Who wrote it, as authors.yaml has the name or the slug. Several belong into “authors”.',
  authors: 'Who wrote it, when it was several.',
  date: [
    'When it goes live, in the site’s time zone unless it says another. One in the future is waited for. Articles need it; standing pages do not.',
    ...dates,
  ],
  updated: ['When something was changed that readers should know of.', ...dates],
  expires: ['When it goes, to the minute.', ...dates],
  section: 'A section of site.yaml, by its slug or its name.',
  tags: 'What it is about. Each tag has a page.',
  hero: 'The image above the text.',
  status:
    'draft: checked, and to be read at a secret address only. published: what it is without this key.',
  replies:
    'closed: replies that are there stay. off: there are none. Without it, site.yaml decides.',
  canonical: [
    'The full address of a text that was first published elsewhere.',
    'https://example.org/2026/harbour-wall',
  ],
  featured: 'true puts it among the featured articles of the front page.',
  aliases: ['Paths at which it was before; they lead here.', '/2026/10/old-name/'],
  formerly: [
    'Paths at which it was before, and from which its replies come along.',
    '/2026/10/old-name/',
  ],
  corrections: 'What was wrong; readers see it in a box with its date.',
} satisfies Record<keyof typeof frontMatterKeys, Word>;

export const frontMatterWords: [Keys, Record<string, Word>][] = [
  [heroKeys, hero],
  [correctionKeys, correction],
  [frontMatterKeys, frontMatter],
];
