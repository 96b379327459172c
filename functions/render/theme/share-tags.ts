import { sharePicture } from '../../shared/share-picture.ts';
import { isPassing, type Tag } from './head-tags.ts';
import type { Context, Frame } from './helper.ts';
import { entryIn, shareDescriptionOf, titleOf } from './meta.ts';

/**
 * What other sites need for a preview: Open Graph (https://ogp.me) and the one Twitter tag that has no counterpart
 * there. Archive pages have none, as in Ghost.
 */
export function shareTags(frame: Frame): Tag[] {
  const { root, site } = frame;
  if (isPassing(frame) || root.context.includes('paged')) return [];
  const entry = entryIn(root);
  const image = imageTags(frame);
  const description = shareDescriptionOf(root, String(site.description ?? ''));
  const isArticle = entry !== undefined && root.context.includes('post');
  return [
    ...property('og:site_name', site.title),
    ...property('og:type', isArticle ? 'article' : 'website'),
    ...property('og:title', titleOf(root, String(site.title ?? ''))),
    ...property('og:description', description),
    ...property('og:url', root.canonical),
    ...(image ?? []),
    ...(isArticle ? articleTags(entry) : []),
    ['meta', { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' }],
  ];
}

/** The article's own image, or else the picture that is drawn for it; a preview has none. */
function imageTags({ galley: { view, site } }: Frame): Tag[] | undefined {
  if (view.kind !== 'article' && view.kind !== 'page') return undefined;
  const { card, preview } = view;
  const image = card.hero ?? (preview ? undefined : sharePicture(card, site.settings));
  if (!image) return undefined;
  return [
    ...property('og:image', `${site.url}${image.url}`),
    ...property('og:image:width', image.width),
    ...property('og:image:height', image.height),
    ...property('og:image:alt', card.hero?.alt ?? card.title),
  ];
}

function articleTags(entry: Context): Tag[] {
  return [
    ...property('article:published_time', entry.published_at),
    ...property('article:modified_time', entry.updated_at),
    ...(entry.tags as { name: string }[]).flatMap(({ name }) => property('article:tag', name)),
  ];
}

function property(name: string, content: unknown): Tag[] {
  const isEmpty = content === undefined || content === null || content === '';
  return isEmpty ? [] : [['meta', { property: name, content }]];
}
