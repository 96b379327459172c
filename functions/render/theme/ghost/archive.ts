import { archivePage, monthPage } from '../../../shared/layout.ts';
import type { SiteView, View } from '../../view.ts';
import { momentFormat } from '../dates/moment.ts';
import { escapeText } from '../handlebars.ts';
import { translated } from '../translated.ts';
import type { Page } from './page.ts';
import { postOf } from './post.ts';

type Month = { url: string; name: string; month: string };
type Year = { year: string; months: Month[] };

/**
 * The overview of the archive. Ghost has no such page: a theme that has no template `archive` either shows it as a
 * standing page whose text is the list.
 */
export function archiveOverview({ months }: View & { kind: 'archive' }, site: SiteView): Page {
  const { settings, url } = site;
  const title = translated('Archive', settings.language);
  const years = yearsOf(months, site);
  const post = { ...postOf({ ...nobody, title }, site), html: yearsHtml(years), page: true };
  return {
    templates: ['archive', 'page', 'post', 'index'],
    root: {
      context: ['page', 'archive'],
      relativeUrl: `/${archivePage}`,
      canonical: `${url}/${archivePage}`,
      meta_title: `${title} - ${settings.title}`,
      years,
      post,
      page: post,
    },
    pages: {},
    today: undefined,
  };
}

/** The overview is no article; what it lacks stays empty. */
const nobody = {
  id: archivePage.slice(0, -1),
  excerpt: '',
  date: '',
  tags: [],
  authors: [],
  featured: false,
  readingMinutes: 0,
  wordCount: 0,
  replyCount: 0,
};

function yearsOf(months: string[], { settings: { timeZone, language } }: SiteView): Year[] {
  const years = Map.groupBy(months, (month) => month.slice(0, 4));
  return [...years].map(([year, its]) => ({
    year,
    months: its.map((month) => ({
      month,
      url: `/${monthPage('home', month)}`,
      // Noon in the middle of the month is in that month all over the world.
      name: momentFormat(Date.parse(`${month}-15T12:00Z`), 'MMMM', timeZone, language),
    })),
  }));
}

function yearsHtml(years: Year[]): string {
  const link = ({ url, name }: Month) => `<li><a href="${url}">${escapeText(name)}</a></li>\n`;
  return years
    .map(({ year, months }) => `<h2>${year}</h2>\n<ul>\n${months.map(link).join('')}</ul>\n`)
    .join('');
}
