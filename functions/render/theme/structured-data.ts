import type {
  BreadcrumbList,
  Graph,
  ImageObject,
  NewsArticle,
  NewsMediaOrganization,
  Person,
  Thing,
  WebSite,
} from 'schema-dts';
import { latestPage } from '../../shared/layout.ts';
import { addressOf, type Picture, type Profile } from '../../shared/model.ts';
import { sharePicture } from '../../shared/share-picture.ts';
import type { SiteView, View } from '../view.ts';

type Article = View & { kind: 'article' };

/**
 * What search engines want to know of a page, in the words of schema.org: of an article all that Google's "Article"
 * guide requires and recommends. Undefined for pages that have nothing to say or must not be found.
 */
export function structuredData(view: View, site: SiteView): Graph | undefined {
  const things = thingsOf(view, site);
  return things.length > 0 ? { '@context': 'https://schema.org', '@graph': things } : undefined;
}

function thingsOf(view: View, site: SiteView): Thing[] {
  switch (view.kind) {
    case 'article':
      return view.preview ? [] : [newsArticle(view as Article, site), articleTrail(view, site)];
    case 'page':
      return [trail([home(site), [view.card.title, addressOf(view.card.id)]], site)];
    case 'list':
      if (view.listKind === 'home') return view.month ? [] : [webSite(site)];
      return view.ref ? [trail([home(site), [view.ref.name, latestPage(view.list)]], site)] : [];
    default:
      return [];
  }
}

function newsArticle({ card, corrections }: Article, site: SiteView): NewsArticle {
  const { settings, url } = site;
  const address = `${url}/${addressOf(card.id)}`;
  const { hero, section, description, tags } = card;
  const drawn = hero ? undefined : sharePicture(card, settings);
  const image = hero ? imageOf(hero, url) : drawn && url + drawn.url;
  return {
    '@type': 'NewsArticle',
    '@id': `${address}#article`,
    mainEntityOfPage: address,
    url: address,
    headline: card.title,
    ...(description ? { description } : {}),
    ...(image ? { image } : {}),
    datePublished: card.date,
    dateModified: card.updated ?? card.date,
    author:
      card.authors.length > 0 ? card.authors.map((ref) => person(ref, site)) : publisher(site),
    publisher: publisher(site),
    ...(section ? { articleSection: section.name } : {}),
    ...(tags.length > 0 ? { keywords: tags.map(({ name }) => name) } : {}),
    inLanguage: settings.language,
    wordCount: card.wordCount,
    isAccessibleForFree: true,
    commentCount: card.replyCount,
    ...(corrections.length > 0
      ? {
          correction: corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment',
            datePublished: date,
            text,
          })),
        }
      : {}),
  };
}

function person(
  { slug, name }: { slug: string; name: string },
  { settings, url }: SiteView,
): Person {
  const profile: Profile | undefined = settings.profiles.find((known) => known.slug === slug);
  const elsewhere = (profile?.links ?? []).map((link) => link.url).filter(isWebAddress);
  return {
    '@type': 'Person',
    name: profile?.name ?? name,
    url: `${url}/${latestPage(`author/${slug}`)}`,
    ...(profile?.bio ? { description: profile.bio } : {}),
    ...(profile?.picture ? { image: url + profile.picture.url } : {}),
    ...(elsewhere.length > 0 ? { sameAs: elsewhere } : {}),
  };
}

function publisher({ settings, url }: SiteView): NewsMediaOrganization {
  const elsewhere = settings.social.map((link) => link.url).filter(isWebAddress);
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${url}/#publisher`,
    name: settings.title,
    url: `${url}/`,
    ...(settings.logo ? { logo: imageOf(settings.logo, url) } : {}),
    ...(elsewhere.length > 0 ? { sameAs: elsewhere } : {}),
  };
}

function webSite(site: SiteView): WebSite {
  const { title, description, language } = site.settings;
  return {
    '@type': 'WebSite',
    '@id': `${site.url}/#website`,
    url: `${site.url}/`,
    name: title,
    ...(description ? { description } : {}),
    inLanguage: language,
    publisher: publisher(site),
  };
}

/** Google takes an image object for a statement about rights, so there is one only where somebody is named. */
function imageOf({ url, caption, credit }: Picture, site: string): ImageObject | string {
  if (!credit) return site + url;
  return {
    '@type': 'ImageObject',
    url: site + url,
    contentUrl: site + url,
    creditText: credit,
    ...(caption ? { caption } : {}),
  };
}

type Step = [name: string, page: string];

function home({ settings }: SiteView): Step {
  return [settings.title, latestPage('home')];
}

function articleTrail({ card }: Pick<Article, 'card'>, site: SiteView): BreadcrumbList {
  const { section, title, id } = card;
  const between: Step[] = section ? [[section.name, latestPage(`section/${section.slug}`)]] : [];
  return trail([home(site), ...between, [title, addressOf(id)]], site);
}

function trail(steps: Step[], { url }: SiteView): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, page], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${url}/${page}`,
    })),
  };
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
