import MarkdownIt, { type Env } from 'markdown-it';
import type { ImageInfo } from '../model.ts';

export type Images = Record<string, ImageInfo | null>;

/** What those are told who do not see a link that is but a sign. */
export type TextWords = { notes: string; note: string; back: string; heading: string };

const english: TextWords = {
  notes: 'Footnotes',
  note: 'Footnote',
  back: 'Back to the text',
  heading: 'Link to this heading',
};

export type TextOptions = {
  /** Language tag of the site. */
  language?: string;
  /** Absolute address of the article, for a text that is read elsewhere: all addresses in it become absolute. */
  base?: string;
  /** English where they are left out. */
  words?: TextWords;
  /** How wide an image stands on the page, as the attribute `sizes` takes it. */
  sizes?: string;
  /** Whether nothing stands above the text that is as large as its first image. */
  leads?: boolean;
};

/** What is known while a text is written. */
export type Writing = {
  images: Images;
  base?: string;
  words: TextWords;
  sizes: string;
  /** Whether the next image is the first that a reader sees. */
  leads: boolean;
  /** Ids that are not written, because what has them is left out. */
  hidden: ReadonlySet<string>;
};

/** The parser's own way to write tokens, which escapes what was typed. It parses nothing. */
export const writer = new MarkdownIt();

export function writingOf(
  images: Images,
  options: TextOptions,
  hidden: ReadonlySet<string>,
): Writing {
  const { base, words = english, sizes = '100vw', leads = false } = options;
  return { images, words, sizes, leads, hidden, ...(base ? { base } : {}) };
}

export function writingIn(env: Env | undefined): Writing {
  return env as Writing;
}

/** An address as it is right where the text is read. */
export function addressIn({ base }: Writing, href: string): string {
  return (base && URL.parse(href, base)?.href) || href;
}
