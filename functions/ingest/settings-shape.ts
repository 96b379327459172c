import { feedFormats, limits } from '../shared/layout.ts';
import { imagePath } from '../shared/links.ts';
import { type Keys, linkKeys, linkPattern, slugPattern, webPattern } from './shape.ts';

/** A picture that belongs to no text: a logo, a portrait. */
export const pictureKeys = {
  src: { is: 'text', longest: 1000, pattern: imagePath, required: true },
  alt: { is: 'text', longest: 500 },
} as const satisfies Keys;

export const sectionKeys = {
  name: { is: 'text', longest: 100, required: true },
  slug: { is: 'text', longest: 100, pattern: slugPattern },
  description: { is: 'text', longest: 500 },
} as const satisfies Keys;

export const consentKeys = {
  text: { is: 'text', longest: 1000, required: true },
  accept: { is: 'text', longest: 100 },
  refuse: { is: 'text', longest: 100 },
  more: { is: 'text', longest: 100 },
  readMore: { is: 'text', longest: 2000, pattern: linkPattern },
} as const satisfies Keys;

const links = { is: 'list', most: 50, of: { is: 'group', keys: linkKeys } } as const;

const formats = { is: 'choice', choices: feedFormats } as const;

/** All of `site.yaml`. */
export const siteKeys = {
  title: { is: 'text', longest: 200, required: true },
  description: { is: 'text', longest: 500 },
  url: { is: 'text', longest: 2000, pattern: webPattern },
  language: { is: 'text', longest: 100, pattern: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/ },
  direction: { is: 'choice', choices: ['ltr', 'rtl'] },
  timeZone: { is: 'text', longest: 100 },
  logo: { is: 'group', keys: pictureKeys },
  sections: { is: 'list', most: 50, of: { is: 'group', keys: sectionKeys } },
  navigation: links,
  footer: links,
  social: links,
  replies: { is: 'choice', choices: ['open', 'closed', 'off'] },
  consent: { is: 'group', keys: consentKeys },
  pageSize: { is: 'number', least: limits.leastPerPage, most: limits.mostPerPage },
  feeds: { is: 'either', of: [{ is: 'flag' }, { is: 'list', most: 3, of: formats }] },
} as const satisfies Keys;
