import type { Claim } from '../shared/claim.ts';
import {
  type ArticleRecord,
  type Card,
  type ImageInfo,
  type Picture,
  replyRuleOf,
  type SettingsRecord,
} from '../shared/model.ts';
import type { Beside } from './beside.ts';
import type { Source } from './check-article.ts';
import type { FormerOwner } from './former-owner.ts';
import { placeOf } from './places.ts';
import type { Shown } from './shown.ts';

export type RecordInput = {
  id: string;
  claims: Claim<Source>[];
  settings: SettingsRecord;
  /** The file that is shown, with what else it depends on. */
  shown?: Shown & { beside: Beside };
  /** Where nothing is shown: the article that was there before. */
  former?: FormerOwner;
};

/** What the catalog should say of an address. Pure; the revision is set by whoever stores it. */
export function articleRecord(input: RecordInput): ArticleRecord {
  const { id, claims, shown, settings, former } = input;
  const seen = claims.flatMap(({ key, newest }) => (newest ? [[key, newest.versionId]] : []));
  const base = {
    id,
    revision: 0,
    settingsRevision: settings.revision,
    seen: Object.fromEntries(seen) as Record<string, string>,
  };
  if (!shown) return { ...base, kind: 'article', ...formerly(former) };
  const { claim, good, state, wakes, preview, beside } = shown;
  const { source, version, sha256 } = good;
  const kind = placeOf(claim.key).kind === 'page' ? 'page' : 'article';
  const own = source.replies ? { replies: source.replies } : {};
  const isOff = replyRuleOf({ kind, ...own }, settings.settings) === 'off';
  return {
    ...base,
    kind,
    state,
    ...(wakes ? { wakes } : {}),
    ...(preview ? { preview } : {}),
    key: claim.key,
    versionId: version.versionId,
    source: sha256,
    card: cardOf(id, source, beside.images, isOff ? 0 : beside.replyCount),
    images: beside.images,
    ...own,
    ...(beside.links.length > 0 ? { links: beside.links } : {}),
    ...(source.corrections.length > 0 ? { corrections: source.corrections } : {}),
    ...(state === 'draft' ? {} : namesOf(source)),
  };
}

/** An address leads to its article only while that is live, and belongs to it all the time. */
function formerly(former: FormerOwner | undefined): Pick<ArticleRecord, 'state' | 'redirect'> {
  if (!former) return { state: 'absent' };
  const { isLive, ...redirect } = former;
  return { state: isLive ? 'moved' : 'absent', redirect };
}

function namesOf({ aliases, formerly: shownHere }: Source) {
  return {
    ...(aliases.length > 0 ? { aliases: aliases.map((alias) => alias.id) } : {}),
    ...(shownHere.length > 0 ? { formerly: shownHere } : {}),
  };
}

function cardOf(id: string, source: Source, images: Beside['images'], replyCount: number): Card {
  const { title, description, excerpt, updated, section, tags, authors, featured } = source;
  const { readingMinutes, wordCount, canonical } = source;
  const hero = source.hero && pictureOf(source.hero, images[source.hero.key]);
  return {
    id,
    title,
    excerpt,
    date: source.date ?? '',
    tags,
    authors,
    featured,
    readingMinutes,
    wordCount,
    replyCount,
    ...(description ? { description } : {}),
    ...(updated ? { updated } : {}),
    ...(section ? { section } : {}),
    ...(hero ? { hero } : {}),
    ...(canonical ? { canonical } : {}),
  };
}

function pictureOf(
  hero: NonNullable<Source['hero']>,
  info: ImageInfo | null | undefined,
): Picture | undefined {
  if (!info) return undefined;
  const { alt, caption, credit } = hero;
  return { ...info, alt, ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
}
