import { latestPage, monthPage } from '../../../shared/layout.ts';
import type { SiteView, View } from '../../view.ts';
import { momentFormat } from '../dates/moment.ts';
import type { Context } from '../helper.ts';
import { authorOf, sectionTag, tagOf } from './names.ts';
import type { Page } from './page.ts';
import { postOf } from './post.ts';

type List = View & { kind: 'list' };

/** What a list is called among templates and in `{{#is}}`; sections are tags to a theme. */
const kinds = { home: 'index', section: 'tag', tag: 'tag', author: 'author' } as const;

/** The newest articles of a list, or those of one month. */
export function listPage(view: List, site: SiteView): Page {
  const { list, listKind, month, cards } = view;
  const kind = kinds[listKind];
  const isFront = listKind === 'home' && !month;
  const path = `/${month ? monthPage(list, month) : latestPage(list)}`;
  return {
    templates: isFront ? ['home', 'index'] : [kind, 'index'],
    root: {
      context: [...(isFront ? ['home'] : []), ...(month ? ['paged'] : []), kind],
      relativeUrl: path,
      canonical: `${site.url}${path}`,
      posts: postsOf(view, site),
      pagination: paginationOf(view, site),
      ...subjectOf(view, site),
      ...(month ? { meta_title: monthTitle(view, month, site) } : {}),
    },
    pages: addressesOf(view, path),
    today: cards[0]?.updated ?? cards[0]?.date,
  };
}

/** Those that the front page shows above its list are marked, so that a theme need not show them twice. */
function postsOf({ cards, featured = [] }: List, site: SiteView): Context[] {
  const leads = new Set(featured.map(({ id }) => id));
  return cards.map((card) => {
    const post = postOf(card, site);
    return leads.has(card.id) ? { ...post, lead: true } : post;
  });
}

function subjectOf({ listKind, ref }: List, { settings }: SiteView): Context {
  if (!ref || listKind === 'home') return {};
  if (listKind === 'author') return { author: authorOf(ref, settings) };
  return { tag: listKind === 'section' ? sectionTag(ref, settings) : tagOf(ref) };
}

/**
 * Ghost counts pages from the newest; here each month is one, so its number would change with every new month. The
 * newest articles are page 1, a month is page 2, whichever it is: the rest of the archive stays as it was (rule 6).
 */
function paginationOf({ month, older, cards }: List, { settings }: SiteView): Context {
  const page = month ? 2 : 1;
  return {
    page,
    pages: older ? page + 1 : page,
    total: cards.length,
    limit: settings.pageSize,
    next: older ? page + 1 : null,
    prev: month ? 1 : null,
  };
}

function addressesOf({ list, month, older, newer }: List, path: string): Record<number, string> {
  const next = older === undefined ? undefined : `/${older}`;
  if (!month) return { 1: path, ...(next ? { 2: next } : {}) };
  return { 1: `/${newer ?? latestPage(list)}`, 2: path, ...(next ? { 3: next } : {}) };
}

function monthTitle({ ref }: List, month: string, { settings }: SiteView): string {
  const { title, language, timeZone } = settings;
  // Noon in the middle of the month is in that month all over the world.
  const name = momentFormat(Date.parse(`${month}-15T12:00Z`), 'MMMM YYYY', timeZone, language);
  return `${ref ? `${ref.name}, ${name}` : name} - ${title}`;
}
