import type { Catalog } from './catalog.ts';

/** So many questions to a database at the same time. */
const atOnce = 50;

/**
 * Sections, tags and authors that have articles, sorted. A call for each list that ever had: it is for what is seldom
 * done, such as naming every page.
 */
export async function filledLists(catalog: Pick<Catalog, 'lists' | 'latest'>): Promise<string[]> {
  const lists = await catalog.lists();
  const filled: string[] = [];
  for (let start = 0; start < lists.length; start += atOnce) {
    const some = lists.slice(start, start + atOnce);
    const newest = await Promise.all(some.map((list) => catalog.latest(list, 1)));
    filled.push(...some.filter((_, nth) => newest[nth]?.length));
  }
  return filled;
}
