/**
 * The names that infrastructure, functions and the CLI agree on: where things lie in the two buckets, how a
 * page is called, which environment variable carries what.
 *
 * Imports nothing, because it is bundled into every function and read at synth time.
 */

/** Environment variables of the functions. A construct sets one together with the permission it stands for. */
export const env = {
  contentBucket: 'GALLEY_CONTENT_BUCKET',
  siteBucket: 'GALLEY_SITE_BUCKET',
  catalogTable: 'GALLEY_CATALOG_TABLE',
  commentsTable: 'GALLEY_COMMENTS_TABLE',
  ingestQueue: 'GALLEY_INGEST_QUEUE',
  imagesQueue: 'GALLEY_IMAGES_QUEUE',
  renderQueue: 'GALLEY_RENDER_QUEUE',
  purgeQueue: 'GALLEY_PURGE_QUEUE',
  timersQueue: 'GALLEY_TIMERS_QUEUE',
  timersGroup: 'GALLEY_TIMERS_GROUP',
  timersRole: 'GALLEY_TIMERS_ROLE',
  timersTarget: 'GALLEY_TIMERS_TARGET',
  distributionId: 'GALLEY_DISTRIBUTION_ID',
  siteUrl: 'GALLEY_SITE_URL',
  rebuildLists: 'GALLEY_REBUILD_LISTS',
  rebuildMachine: 'GALLEY_REBUILD_MACHINE',
} as const;

/** Prefixes and single keys of the content bucket. */
export const content = {
  articles: 'articles/',
  pages: 'pages/',
  images: 'images/',
  reports: 'reports/',
  settings: 'site.yaml',
  authors: 'authors.yaml',
  /** 32 bytes that the addresses of previews are made with. */
  previewKey: '.preview-key',
} as const;

/** First parts of an address that belong to Galley; no article or standing page may be called so. */
export const reservedNames = [
  'api',
  'archive',
  'assets',
  'author',
  'consent',
  'feed',
  'images',
  'index',
  'moderate',
  'page',
  'preview',
  'reports',
  'search',
  'section',
  'sitemap',
  'tag',
  '404',
] as const;

/** Limits of one article; docs/authors.md explains each. */
export const limits = {
  sourceBytes: 1024 * 1024,
  /** Versions of a file that are looked at, newest first; the same bytes again and again count as one. */
  versions: 500,
  tags: 10,
  authors: 10,
  images: 50,
  aliases: 20,
  formerly: 10,
  corrections: 20,
  /** Links to pages of the site that are looked up for one text. */
  links: 100,
  /** Characters of an image's key: its copy adds a hash, its report a folder, and S3 takes 1,024 bytes. */
  imageKey: 300,
  /** Newest versions of an image whose copies stay on the site. */
  imageCopies: 10,
  /** Related stories below an article. */
  related: 3,
  /** Featured articles on the front page. */
  featured: 5,
  /** Of one month on its page and in its sitemap, the newest. A newsroom of a nation has 3,000 in a busy month. */
  perMonth: 5000,
  /** Articles that a site may want on the newest page of a list. */
  leastPerPage: 5,
  mostPerPage: 100,
  profiles: 500,
  /** Of `authors.yaml`. What it says is a part of the settings, which are one item in DynamoDB: 400 KB at most. */
  authorsBytes: 96 * 1024,
  /** Versions of `site.yaml` that are read again and again before the settings remember that they were. */
  unread: 50,
  replyCharacters: 10_000,
  replyBodyBytes: 64 * 1024,
} as const;

/** The report on one upload: a JSON file for tools and a text file for people, beside each other. */
export function reportKeys(uploadKey: string): { json: string; text: string } {
  return {
    json: `${content.reports}${uploadKey}.json`,
    text: `${content.reports}${uploadKey}.txt`,
  };
}

/**
 * A page is named by its address without the leading slash: `''` is home, `2026/11/harbour-wall/` an article,
 * `feed.xml` the feed. This is the object that holds it in the site bucket.
 */
export function siteKey(page: string): string {
  return page === '' || page.endsWith('/') ? `${page}index.html` : page;
}

/** Lists: `home`, `section/<slug>`, `tag/<slug>`, `author/<slug>`. The page with a list's newest articles. */
export function latestPage(list: string): string {
  return list === 'home' ? '' : `${list}/`;
}

/** The page with a list's articles of one month, given as `2026-11`. */
export function monthPage(list: string, month: string): string {
  return `${list === 'home' ? 'archive' : list}/${month.replace('-', '/')}/`;
}

/** Feeds of a list by format: `feed.xml`, `section/news/atom.xml`, `tag/harbour/feed.json`. */
export const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;
export const feedFormats = Object.keys(feedFiles) as (keyof typeof feedFiles)[];

export function feedPage(list: string, format: keyof typeof feedFiles): string {
  return `${latestPage(list)}${feedFiles[format]}`;
}

/** Years and months that have articles. */
export const archivePage = 'archive/';

/** The sitemap index, the news sitemap, and the one with everything that has no month. */
export const sitemapPages = {
  index: 'sitemap.xml',
  news: 'sitemap-news.xml',
  lists: 'sitemap-lists.xml',
} as const;

/** @param month `2026-11` */
export function monthSitemap(month: string): string {
  return `sitemap-${month}.xml`;
}

/** Where a draft can be read; whoever knows the token may. */
export function previewPage(id: string, token: string): string {
  return `preview/${id}/${token}/`;
}

/** Keys in the catalog table; one place, so that nobody concatenates them. */
export const catalogKeys = {
  article: (id: string) => ({ pk: `ARTICLE#${id}`, sk: 'RECORD' }),
  entry: (list: string, date: string, id: string) => ({
    pk: `LIST#${list}`,
    sk: `${date}#${id}`,
  }),
  list: (list: string) => ({ pk: 'LISTS', sk: list }),
  image: (key: string) => ({ pk: `IMAGE#${key}`, sk: 'RECORD' }),
  use: (subject: string, id: string) => ({ pk: `USES#${subject}`, sk: `USE#${id}` }),
  moved: (id: string) => ({ pk: 'MOVED', sk: id }),
  preview: (page: string) => ({ pk: 'PREVIEWS', sk: page }),
  settings: () => ({ pk: 'SETTINGS', sk: 'RECORD' }),
} as const;

/**
 * What an address can depend on beside images, as the catalog notes it. Apart, because an address that thousands of
 * texts link to is a former address of one or two.
 */
export const subjects = {
  /** A text links to the address. */
  link: (id: string) => `link/${id}`,
  /** A file names the address as a former one of its own. */
  alias: (id: string) => `alias/${id}`,
} as const;

/** The parts of a rebuild in their order. Each is a Distributed Map of this label over the list of this name. */
export const rebuildParts = ['Images', 'Texts', 'Pages', 'Shares'] as const;

export type RebuildPart = (typeof rebuildParts)[number];

/** Where a rebuild keeps the list of what a part has to do: a JSON array of batches. @param run its name */
export function rebuildList(run: string, part: RebuildPart): string {
  return `${run}/${part}.json`;
}
