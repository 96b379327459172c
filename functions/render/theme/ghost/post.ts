import { hash } from 'node:crypto';
import { plainestOf, sourcesOf, srcsetOf } from '../../../shared/image-variants.ts';
import { addressOf, type Card, type Picture, type Settings } from '../../../shared/model.ts';
import type { SiteView } from '../../view.ts';
import { escapeText, markSafe, type Safe } from '../handlebars.ts';
import { type Author, authorOf, sectionTag, type Tag, tagOf } from './names.ts';

/** What Ghost calls a post: an article, or a standing page. Keys without a value are null, as in Ghost. */
export type Post = {
  id: string;
  slug: string;
  title: string;
  /** Empty in lists; there it only says that this is a post. */
  html: string;
  url: string;
  excerpt: string;
  custom_excerpt: string | null;
  feature_image: string | null;
  feature_image_width: number | null;
  feature_image_height: number | null;
  /** As `srcset` takes it, of the format that `feature_image` is in. */
  feature_image_srcset: string | null;
  /** For `<source>` elements: the formats that a browser may prefer to that one, best first. */
  feature_image_sources: { type: string; srcset: string }[];
  feature_image_alt: string | null;
  feature_image_caption: Safe | null;
  featured: boolean;
  page: boolean;
  published_at: string;
  updated_at: string;
  primary_tag: Tag | null;
  tags: Tag[];
  primary_author: Author | null;
  authors: Author[];
  reading_time: number;
  comments: boolean;
  comment_id: string;
  reply_count: number;
  access: true;
  visibility: 'public';
  status: 'published' | 'draft' | 'scheduled';
};

/** A build shows each card on a dozen pages. The settings are those that the post was made with. */
const known = new WeakMap<Card, { settings: Settings; post: Post }>();

/** An article as lists show it; not to be changed. */
export function postOf(card: Card, { settings }: SiteView): Readonly<Post> {
  const found = known.get(card);
  if (found?.settings === settings) return found.post;
  const post = newPost(card, settings);
  known.set(card, { settings, post });
  return post;
}

function newPost(card: Card, settings: Settings): Post {
  const section = card.section ? [sectionTag(card.section, settings)] : [];
  const tags = [...section, ...card.tags.map((ref) => tagOf(ref))];
  const authors = card.authors.map((ref) => authorOf(ref, settings));
  const id = idOf(card.id);
  return {
    id,
    slug: card.id.slice(card.id.lastIndexOf('/') + 1),
    title: card.title,
    html: '',
    url: `/${addressOf(card.id)}`,
    excerpt: card.excerpt,
    custom_excerpt: card.description ?? null,
    ...pictureOf(card.hero),
    featured: card.featured,
    page: false,
    published_at: card.date,
    updated_at: card.updated ?? card.date,
    primary_tag: tags[0] ?? null,
    tags,
    primary_author: authors[0] ?? null,
    authors,
    reading_time: card.readingMinutes,
    comments: settings.replies !== 'off' || card.replyCount > 0,
    comment_id: id,
    reply_count: card.replyCount,
    access: true,
    visibility: 'public',
    status: 'published',
  };
}

/**
 * Ghost's filters read a slash as the end of a value and digits alone as a number, so a path cannot be an id. This one
 * has the form of Ghost's: 24 hexadecimal digits, the first a letter.
 */
export function idOf(path: string): string {
  return `a${hash('sha256', path, 'hex').slice(0, 23)}`;
}

function pictureOf(picture: Picture | undefined) {
  return {
    feature_image: picture?.url ?? null,
    feature_image_width: picture?.width ?? null,
    feature_image_height: picture?.height ?? null,
    feature_image_srcset: picture ? srcsetOf(picture, plainestOf(picture)) : null,
    feature_image_sources: picture ? sourcesOf(picture) : [],
    feature_image_alt: picture?.alt ?? null,
    feature_image_caption: picture ? captionOf(picture) : null,
  };
}

/** Ghost's caption is HTML; here each part of it is text. */
function captionOf({ caption, credit }: Picture): Safe | null {
  const parts = [
    ...(caption ? [escapeText(caption)] : []),
    ...(credit ? [`<span class="credit">${escapeText(credit)}</span>`] : []),
  ];
  return parts.length > 0 ? markSafe(parts.join(' ')) : null;
}
