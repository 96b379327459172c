import type { Claim } from '../shared/claim.ts';
import {
  type ArticleRecord,
  type Card,
  type ImageInfo,
  type Picture,
  replyRuleOf,
  type SettingsRecord,
} from '../shared/model.ts';
import type { Source } from './check-article.ts';
import { placeOf } from './places.ts';
import type { Shown } from './shown.ts';

export type RecordInput = {
  id: string;
  claims: Claim<Source>[];
  shown?: Shown;
  settings: SettingsRecord;
  images: Record<string, ImageInfo | null>;
  /** Of all that are approved, shown or not. */
  replyCount: number;
};

/** What the catalog should say of an address. Pure; the revision is set by whoever stores it. */
export function articleRecord(input: RecordInput): ArticleRecord {
  const { id, claims, shown, settings, images } = input;
  const seen = claims.flatMap(({ key, newest }) => (newest ? [[key, newest.versionId]] : []));
  const base = {
    id,
    revision: 0,
    settingsRevision: settings.revision,
    seen: Object.fromEntries(seen) as Record<string, string>,
  };
  if (!shown) return { ...base, kind: 'article', state: 'absent' };
  const { claim, good, state, wakes, preview } = shown;
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
    card: cardOf({ ...input, replyCount: isOff ? 0 : input.replyCount }, source),
    images,
    ...own,
    ...(source.canonical ? { canonical: source.canonical } : {}),
  };
}

function cardOf({ id, images, replyCount }: RecordInput, source: Source): Card {
  const { title, description, excerpt, updated, section, tags, authors, featured } = source;
  const { readingMinutes, wordCount } = source;
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
