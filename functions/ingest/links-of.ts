import type { Catalog } from '../shared/catalog.ts';
import { limits, subjects } from '../shared/layout.ts';
import { type ArticleRecord, addressOf, type Problem, type Settings } from '../shared/model.ts';
import type { InternalLink } from './internal-links.ts';
import { linkTarget } from './link-target.ts';
import { warning } from './problems.ts';
import { quoted } from './suggest.ts';

export type LinksOf = { links: string[]; problems: Problem[] };

/**
 * Where the links of a text to its own site lead. One that leads nowhere is a warning, which goes when its target
 * comes. Links beyond the first hundred addresses are not looked up.
 *
 * The use is noted before the target's record is read: whichever of text and target comes second sees the other.
 */
export async function readLinks(
  catalog: Catalog,
  id: string,
  stored: ArticleRecord | undefined,
  links: InternalLink[],
  settings: Settings,
): Promise<LinksOf> {
  const seen = new Set<string>();
  const judged: { link: InternalLink; target?: string }[] = [];
  for (const link of links) {
    if (judged.length === limits.links) break;
    if (seen.has(link.id)) continue;
    seen.add(link.id);
    const target = linkTarget(link.id, settings);
    if (target === 'nowhere') judged.push({ link });
    else if (target !== 'somewhere' && target.id !== id) judged.push({ link, target: target.id });
  }
  const found = await Promise.all(
    judged.map(async ({ link, target }) => {
      if (target === undefined) return [broken(link)];
      if (!stored?.links?.includes(target)) await catalog.noteUse(subjects.link(target), id);
      return problemWith(link, await catalog.article(target));
    }),
  );
  return { links: judged.flatMap(({ target }) => target ?? []), problems: found.flat() };
}

function problemWith(link: InternalLink, record: ArticleRecord | undefined): Problem[] {
  if (record?.state === 'live') return [];
  if (record?.state !== 'moved' || !record.redirect) return [broken(link)];
  const now = `/${addressOf(record.redirect.to)}`;
  const message = `What was at ${quoted(`/${link.id}`)} is at ${now} now.`;
  const advice = `Link to ${now}, so that readers need not be led there.`;
  return [warning(link, 'moved-link', message, advice)];
}

function broken(link: InternalLink): Problem {
  const isOriginal = link.id.startsWith('images/');
  return warning(
    link,
    'broken-link',
    `There is nothing at ${quoted(`/${link.id}`)} for readers.`,
    isOriginal
      ? 'Originals are not served: show the image in the text instead of linking to it.'
      : 'Correct the link, or publish what it leads to; then this warning goes by itself.',
  );
}
