import { limits } from '../shared/layout.ts';
import { imagePath } from '../shared/links.ts';
import { datePattern } from './dates.ts';
import { type Keys, slugPattern, webPattern } from './shape.ts';

const moment = { is: 'text', longest: 100, pattern: datePattern } as const;

const name = { is: 'text', longest: 100 } as const;

/** A path of the site as one may write it, with or without slashes at its ends. */
const slug = slugPattern.source.slice(1, -1);
const former = {
  is: 'text',
  longest: 1000,
  pattern: new RegExp(`^/?${slug}(?:/${slug})*/?$`),
} as const;

export const heroKeys = {
  src: { is: 'text', longest: 1000, pattern: imagePath, required: true },
  alt: { is: 'text', longest: 500, required: true },
  caption: { is: 'text', longest: 500 },
  credit: { is: 'text', longest: 200 },
} as const satisfies Keys;

export const correctionKeys = {
  date: { ...moment, required: true },
  text: { is: 'text', longest: 1000, required: true },
} as const satisfies Keys;

/** All of the front matter. Articles need a date too; standing pages do not. */
export const frontMatterKeys = {
  title: { is: 'text', longest: 200, required: true },
  description: { is: 'text', longest: 500 },
  author: { is: 'list', most: limits.authors, of: name },
  authors: { is: 'list', most: limits.authors, of: name },
  date: moment,
  updated: moment,
  expires: moment,
  section: name,
  tags: { is: 'list', most: limits.tags, of: name },
  hero: { is: 'group', keys: heroKeys },
  status: { is: 'choice', choices: ['published', 'draft'] },
  replies: { is: 'choice', choices: ['open', 'closed', 'off'] },
  canonical: { is: 'text', longest: 2000, pattern: webPattern },
  featured: { is: 'flag' },
  aliases: { is: 'list', most: limits.aliases, of: former },
  formerly: { is: 'list', most: limits.formerly, of: former },
  corrections: {
    is: 'list',
    most: limits.corrections,
    of: { is: 'group', keys: correctionKeys },
  },
} as const satisfies Keys;
