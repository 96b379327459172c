/** A page name came in: what is it? The grammar of addresses, in one place. */
export type PageName =
  | { kind: 'list'; list: string; month?: string }
  | { kind: 'feed' }
  | { kind: 'not-found' }
  | { kind: 'asset'; name: string }
  | { kind: 'address'; id: string };

const month = /^(.*)\/(\d{4})\/(\d{2})$/;

/** @param page a page name as `siteKey` takes it, for example `section/news/2026/11/` */
export function parsePage(page: string): PageName {
  if (page === '') return { kind: 'list', list: 'home' };
  if (page === 'feed.xml') return { kind: 'feed' };
  if (page === '404.html') return { kind: 'not-found' };
  if (page.startsWith('assets/')) return { kind: 'asset', name: page.slice('assets/'.length) };
  const path = page.replace(/\/$/, '');
  const dated = month.exec(path);
  if (path.startsWith('archive/') && dated) {
    return { kind: 'list', list: 'home', month: `${dated[2]}-${dated[3]}` };
  }
  if (/^(section|tag|author)\//.test(path)) {
    return dated?.[1]?.includes('/')
      ? { kind: 'list', list: dated[1], month: `${dated[2]}-${dated[3]}` }
      : { kind: 'list', list: path };
  }
  return { kind: 'address', id: path };
}
