import { isPassing, type Tag } from './head-tags.ts';
import type { Context, Frame } from './helper.ts';
import { entryIn, shareDescriptionOf, titleOf } from './meta.ts';

/**
 * What other sites need for a preview: Open Graph (https://ogp.me) and the one Twitter tag that has no counterpart
 * there. Archive pages have none, as in Ghost.
 */
export function shareTags(frame: Frame): Tag[] {
  const { root, site, galley } = frame;
  if (isPassing(frame) || root.context.includes('paged')) return [];
  const entry = entryIn(root);
  const image = entry?.feature_image;
  const description = shareDescriptionOf(root, String(site.description ?? ''));
  const isArticle = entry !== undefined && root.context.includes('post');
  return [
    ...property('og:site_name', site.title),
    ...property('og:type', isArticle ? 'article' : 'website'),
    ...property('og:title', titleOf(root, String(site.title ?? ''))),
    ...property('og:description', description),
    ...property('og:url', root.canonical),
    ...(image ? imageTags(entry, `${galley.site.url}${image}`) : []),
    ...(isArticle ? articleTags(entry) : []),
    ['meta', { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' }],
  ];
}

function imageTags(entry: Context, address: string): Tag[] {
  return [
    ...property('og:image', address),
    ...property('og:image:width', entry.feature_image_width),
    ...property('og:image:height', entry.feature_image_height),
    ...property('og:image:alt', entry.feature_image_alt),
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
