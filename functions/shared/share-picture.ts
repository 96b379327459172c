import { createHash } from 'node:crypto';
import { content } from './layout.ts';
import type { ArticleRecord, Card, Settings } from './model.ts';

/** Pixels: the shape that other sites show whole in a preview (developers.facebook.com, "Images in link shares"). */
export const shareSize = { width: 1200, height: 630 } as const;

/** Raised when pictures are drawn otherwise, so that each gets a new address. */
const recipe = 1;

/** In the site bucket. An original under `images/share/` has other names there (see `original.ts`). */
export const shareFolder = `${content.images}share/`;

/** What stands on the picture. */
export type ShareWords = { title: string; section?: string; site: string };

export type SharePicture = { url: string; width: number; height: number; words: ShareWords };

/**
 * The picture that other sites show with a link to an article which has none of its own: its headline, section and the
 * newsroom's name. Its address follows from what stands on it, so that pages can name it before it is drawn.
 *
 * @returns undefined where there is a hero, or nothing that could be drawn
 */
export function sharePicture(
  card: Pick<Card, 'id' | 'title' | 'section' | 'hero'>,
  settings: Pick<Settings, 'title'>,
): SharePicture | undefined {
  const words = card.hero ? undefined : wordsOf(card, settings);
  if (!words) return undefined;
  const hash = createHash('sha256')
    .update(JSON.stringify([recipe, words]))
    .digest('hex');
  return { url: `/${sharePrefix(card.id)}${hash.slice(0, 16)}.png`, ...shareSize, words };
}

/** What the keys of all pictures of an article begin with in the site bucket. */
export function sharePrefix(id: string): string {
  return `${shareFolder}${id}.`;
}

/** The article that an object of the site bucket is the picture of. */
export function sharedArticle(key: string): string | undefined {
  return /^images\/share\/([^.]+)\.[0-9a-f]{16}\.png$/.exec(key)?.[1];
}

/** What a record has to do with its picture; the rest is the site's. Undefined where there is none. */
export function shareSource(record: ArticleRecord | undefined): unknown {
  if (record?.state !== 'live' || !record.card || record.card.hero) return undefined;
  return { title: record.card.title, section: record.card.section?.name };
}

/**
 * A headline in a script that the font does not have is left out: then the newsroom's name stands alone, or nothing does.
 * Boxes instead of letters would be worse than no picture.
 */
function wordsOf(
  { title, section }: Pick<Card, 'title' | 'section'>,
  settings: Pick<Settings, 'title'>,
): ShareWords | undefined {
  const site = drawable(settings.title) ?? '';
  const headline = drawable(title);
  if (!headline) return site ? { title: site, site: '' } : undefined;
  const kicker = section && drawable(section.name);
  return { title: headline, site, ...(kicker ? { section: kicker } : {}) };
}

/** Signs that the font has: Latin with all accents of Europe and Vietnam, Greek, Cyrillic, punctuation. */
const known =
  /^[ -~\xa0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u20bd\u2116\u2122\u2190-\u2193]$/u;

/** The text without what the font lacks: pictographs and the like. Undefined when that would be a letter or a digit. */
export function drawable(text: string): string | undefined {
  let drawn = '';
  for (const sign of text.normalize('NFC').replace(/\s+/gu, ' ')) {
    if (known.test(sign)) drawn += sign;
    else if (/[\p{L}\p{M}\p{N}]/u.test(sign) && !/\ufe0f/.test(sign)) return undefined;
  }
  return drawn.replace(/ +/g, ' ').trim() || undefined;
}
