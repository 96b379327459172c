import { momentIn } from '../../ingest/dates.ts';
import type { Catalog } from '../../shared/catalog.ts';
import { placeInList } from '../../shared/entries.ts';
import { filledLists } from '../../shared/filled-lists.ts';
import {
  archivePage,
  latestPage,
  limits,
  monthSitemap,
  sitemapPages,
} from '../../shared/layout.ts';
import { addressOf, type Card } from '../../shared/model.ts';
import type { PageName } from '../../shared/pages.ts';
import type { SiteView } from '../view.ts';
import { element, group, type Xml, xmlDocument } from '../xml.ts';

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const imageNamespace = 'http://www.google.com/schemas/sitemap-image/1.1';
const newsNamespace = 'http://www.google.com/schemas/sitemap-news/0.9';

/** Of a sitemap with more addresses, search engines read none (sitemaps.org, "Protocol"). */
const most = 50_000;

/** Google reads at most so many articles of a news sitemap. */
const newsMost = 1_000;
const newsSpan = 2 * 24 * 60 * 60 * 1000;

type Part = (PageName & { kind: 'sitemap' })['part'];

/** One of the sitemaps; undefined for a month without articles. */
export async function sitemap(
  catalog: Catalog,
  part: Part,
  site: SiteView,
): Promise<string | undefined> {
  switch (part) {
    case 'index':
      return indexSitemap(await catalog.months('home'), site);
    case 'news':
      return newsSitemap((await newestOnes(catalog, site)).filter(isAtHome(site)), site);
    case 'lists':
      return listsSitemap(catalog, site);
    default: {
      const cards = await catalog.month('home', part.month, limits.perMonth);
      if (cards.length === 0) return undefined;
      return urlset(cards.filter(isAtHome(site)).map((card) => articleUrl(card, site)));
    }
  }
}

/** A sitemap each month, so that a change writes one of them and not all. */
function indexSitemap(months: string[], { url }: SiteView): string {
  const files = [sitemapPages.lists, ...months.map(monthSitemap)];
  const maps = files.map((file) => group('sitemap', {}, [element('loc', `${url}/${file}`)]));
  return xmlDocument(group('sitemapindex', { xmlns: sitemapNamespace }, maps));
}

/** A sitemap asks for its addresses to be listed, and a text from elsewhere for that of its first publication. */
function isAtHome({ url }: SiteView) {
  return ({ id, canonical }: Card) => !canonical || canonical === `${url}/${addressOf(id)}`;
}

function articleUrl(card: Card, { url }: SiteView): Xml {
  const { hero } = card;
  return group('url', {}, [
    element('loc', `${url}/${addressOf(card.id)}`),
    element('lastmod', card.updated ?? card.date),
    ...(hero ? [group('image:image', {}, [element('image:loc', url + hero.url)])] : []),
  ]);
}

/**
 * Articles of the two days before the newest one: a page knows no clock, and a newsroom that rests for a week has no
 * news to tell either way.
 */
async function newestOnes(catalog: Catalog, { settings }: SiteView): Promise<Card[]> {
  const [newest] = await catalog.latest('home', 1);
  if (!newest) return [];
  const start = momentIn(settings.timeZone, Date.parse(newest.date) - newsSpan);
  const place = placeInList({ ...newest, id: '', date: start.iso });
  const found = await catalog.newerThan('home', place, newsMost);
  return found.length < newsMost ? found.toReversed() : catalog.latest('home', newsMost);
}

/** As Google's "News sitemaps" asks: the language is that of ISO 639, which knows no region but for Chinese. */
function newsSitemap(cards: Card[], { settings, url }: SiteView): string {
  const { language, script = '' } = new Intl.Locale(settings.language).maximize();
  const written = language === 'zh' ? `zh-${script === 'Hant' ? 'tw' : 'cn'}` : language;
  const urls = cards.map((card) =>
    group('url', {}, [
      element('loc', `${url}/${addressOf(card.id)}`),
      group('news:news', {}, [
        group('news:publication', {}, [
          element('news:name', settings.title),
          element('news:language', written),
        ]),
        element('news:publication_date', card.date),
        element('news:title', card.title),
      ]),
    ]),
  );
  return urlset(urls);
}

/** What has no month: the front page, sections, tags, authors, the archive and the standing pages that are at home here. */
async function listsSitemap(catalog: Catalog, site: SiteView): Promise<string> {
  const { settings, url } = site;
  const sections = settings.sections.map(({ slug }) => `section/${slug}`);
  const lists = [...new Set(['home', ...sections, ...(await filledLists(catalog))])];
  const standing = (await catalog.latest('pages', most)).filter(isAtHome(site)).reverse();
  const others = [archivePage, ...standing.map(({ id }) => addressOf(id))];
  const pages = [...lists.slice(0, most - others.length).map(latestPage), ...others];
  return urlset(pages.map((page) => group('url', {}, [element('loc', `${url}/${page}`)])));
}

function urlset(urls: Xml[]): string {
  const namespaces = {
    xmlns: sitemapNamespace,
    'xmlns:image': imageNamespace,
    'xmlns:news': newsNamespace,
  };
  return xmlDocument(group('urlset', namespaces, urls));
}
