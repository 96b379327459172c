/**
 * The nouns of a newsroom as data. Everything here is plain JSON: it is stored in the catalog, handed to the
 * theme and compared in tests.
 */

import type { ProblemCode } from './problem-codes.ts';
import type { ReplyRule } from './reply-model.ts';
import type { Settings } from './settings-model.ts';

export type { Decision, Edit, Reply, ReplyRule, ReplyState } from './reply-model.ts';
export type {
  Consent,
  FeedFormat,
  NavigationItem,
  Profile,
  Settings,
  SettingsRecord,
} from './settings-model.ts';

/** Something that has a name and an address: a section, a tag, an author. */
export type Ref = { slug: string; name: string };

/** What the site serves of a picture: AVIF, WebP, JPEG. */
export type ImageFormat = 'avif' | 'webp' | 'jpg';

/**
 * What the site serves of an original image. `url` is the site path of the largest variant in the plainest format, with
 * its size; the addresses of all others follow from it (`variantUrl`).
 */
export type ImageInfo = {
  url: string;
  width: number;
  height: number;
  /** Of the variants, in pixels, the smallest first; each is there in each format. */
  widths: number[];
  /** The smallest file first, the format that most programs know last. */
  formats: ImageFormat[];
};

/** A picture as the page shows it. */
export type Picture = ImageInfo & { alt: string; caption?: string; credit?: string };

/** What a list shows of an article. Dates are ISO 8601 with the offset of the site's time zone. */
export type Card = {
  id: string;
  title: string;
  description?: string;
  /** First words of the text, plain, at most 50 words. */
  excerpt: string;
  date: string;
  updated?: string;
  section?: Ref;
  tags: Ref[];
  authors: Ref[];
  hero?: Picture;
  featured: boolean;
  readingMinutes: number;
  wordCount: number;
  /** Approved replies that its page shows: none where replies are off. */
  replyCount: number;
  /** Full address of a text that was first published elsewhere: sitemaps leave it out. */
  canonical?: string;
};

/** A correction as readers are told of it. `date` is ISO 8601 with the offset of the site's time zone. */
export type Correction = { date: string; text: string };

/**
 * What stands at an address. `draft` and `scheduled` have a preview and nothing else, `expired` has nothing, `moved`
 * has a page that leads to where its article is now. `absent` keeps the revision, so that an old write cannot bring a
 * page back.
 */
export type AddressState = 'live' | 'draft' | 'scheduled' | 'expired' | 'moved' | 'absent';

/** One address in the catalog. */
export type ArticleRecord = {
  id: string;
  kind: 'article' | 'page';
  /** Grows with each change; the compare-and-set token of this record. */
  revision: number;
  /** Revision of the settings that this record was computed with. */
  settingsRevision: number;
  /** Made out of nothing by a rebuild, which renders all pages itself: nobody need be told of this first record. */
  quiet?: true;
  state: AddressState;
  /** When time alone will change the state: an ISO 8601 instant in UTC, as `Date` writes it. */
  wakes?: string;
  /** Name of the preview page, which nobody can guess: present for a draft and a scheduled article. */
  preview?: string;
  /**
   * Present when another file names this address as a former one of its own: the id of the article that lives there,
   * its file, and whether the replies went with it. The address is `moved` only while that article is live.
   */
  redirect?: { to: string; key: string; replies: boolean };
  /** Former addresses that lead here, those of `formerly` included. */
  aliases?: string[];
  /** Former addresses whose replies are shown here. */
  formerly?: string[];
  corrections?: Correction[];
  /** Addresses of this site that the text links to. */
  links?: string[];
  /** Newest version of each file that claims this address (key to version), valid or not. */
  seen: Record<string, string>;
  /** Present unless absent or moved: the file and the version of it that the page is made of. */
  key?: string;
  versionId?: string;
  /** SHA-256 of that version's bytes, hexadecimal. */
  source?: string;
  card?: Card;
  replies?: ReplyRule;
  /** Images the text uses, by the key of the original; null when there is no usable original (yet). */
  images?: Record<string, ImageInfo | null>;
};

/** An original in `images/`, measured. `absent` when it was deleted or is not a usable image. */
export type ImageRecord = {
  key: string;
  revision: number;
  state: 'live' | 'absent';
  info?: ImageInfo;
};

export type Severity = 'error' | 'warning';

/** One thing to tell the author about an upload. Lines and columns count from 1. */
export type Problem = {
  code: ProblemCode;
  severity: Severity;
  line: number;
  column: number;
  message: string;
  advice: string;
};

/** What holds for replies to an article: its own rule, else that of the site. Standing pages have none. */
export function replyRuleOf(
  { kind, replies }: Pick<ArticleRecord, 'kind' | 'replies'>,
  settings: Settings,
): ReplyRule {
  return kind === 'page' ? 'off' : (replies ?? settings.replies);
}

/** The lists an article stands in, derived from its card. */
export function listsOf(card: Card): string[] {
  return [
    'home',
    ...(card.section ? [`section/${card.section.slug}`] : []),
    ...card.tags.map((tag) => `tag/${tag.slug}`),
    ...card.authors.map((author) => `author/${author.slug}`),
  ];
}

/** Those, and what the catalog keeps without a page of its own: featured articles stand on the home page. */
export function entriesListsOf(card: Card): string[] {
  return [...listsOf(card), ...(card.featured ? ['featured'] : [])];
}

/** `2026-11` of a card: its date is already in the site's time zone. */
export function monthOf(card: Card): string {
  return card.date.slice(0, 7);
}

/**
 * What entries of a list are sorted by: the month of the page that an article is on, then the moment in UTC, because in
 * the hour that comes twice when summer ends the later one can show the earlier time.
 */
export function sortDate(card: Card): string {
  return `${monthOf(card)}/${new Date(card.date).toISOString()}`;
}

/** Address of an article or standing page, as the page is named (see `siteKey`). */
export function addressOf(id: string): string {
  return `${id}/`;
}
