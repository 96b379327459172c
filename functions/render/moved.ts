import type { Catalog } from '../shared/catalog.ts';
import { addressOf } from '../shared/model.ts';
import { escapeText } from './theme/handlebars.ts';
import type { SiteView } from './view.ts';

/** Where an article is now that was at another address before. */
export type Moved = { id: string; title: string };

/** Undefined when nothing leads from the address to an article that can be read. */
export async function loadMoved(
  catalog: Pick<Catalog, 'article'>,
  id: string,
): Promise<Moved | undefined> {
  const former = await catalog.article(id);
  if (former?.state !== 'moved' || !former.redirect) return undefined;
  const record = await catalog.article(former.redirect.to);
  if (record?.state !== 'live' || !record.card) return undefined;
  return { id: record.id, title: record.card.title };
}

/**
 * The page at a former address, as Hugo's aliases have it: a static site cannot answer 301. Search engines take a
 * refresh without delay for a permanent redirect (https://developers.google.com/search/docs/crawling-indexing/301-redirects).
 * The theme has no part in it, and it needs neither style nor script.
 */
export function movedHtml({ id, title }: Moved, { settings, url }: SiteView): string {
  const { language, direction } = settings;
  const path = escapeText(`/${addressOf(id)}`);
  const name = escapeText(title);
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeText(language)}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${name}</title>`,
    `<link rel="canonical" href="${escapeText(url)}${path}">`,
    '<meta name="robots" content="noindex">',
    `<meta http-equiv="refresh" content="0; url=${path}">`,
    '</head>',
    '<body>',
    `<p><a href="${path}">${name}</a></p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
