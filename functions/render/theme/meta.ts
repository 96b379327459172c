import type { Context, Root } from './helper.ts';

type Named = { name: string; description?: string | null; bio?: string | null };
type Titled = { title: string; custom_excerpt: string | null; excerpt: string };

/**
 * The page's title by its kind, as Ghost words it: an article's is its headline alone, a list's ends in the site's name.
 *
 * @param page wording of "page 2" in the title of paged lists, `%` standing for the number
 */
export function titleOf(root: Root, siteTitle: string, page?: unknown): string {
  if (root.meta_title) return String(root.meta_title);
  const { context } = root;
  const pagination = root.pagination as { page: number; total: number } | undefined;
  const wording = typeof page === 'string' ? page : ' (Page %)';
  const number =
    pagination && pagination.total > 1 ? wording.replace('%', String(pagination.page)) : '';
  if (context.includes('home')) return siteTitle;
  const named = namedIn(root);
  if (named) return `${named.name} - ${siteTitle}${context.includes('paged') ? number : ''}`;
  return entryIn(root)?.title ?? `${siteTitle}${number}`;
}

/** What somebody wrote about the page: never the first words of a text. */
export function descriptionOf(root: Root, siteDescription: string): string {
  if (root.meta_description) return String(root.meta_description);
  if (root.context.includes('home')) return siteDescription;
  if (root.context.includes('paged')) return '';
  const named = namedIn(root);
  return named?.description || named?.bio || entryIn(root)?.custom_excerpt || '';
}

/** For previews elsewhere: an article always has one. */
export function shareDescriptionOf(root: Root, siteDescription: string): string {
  return descriptionOf(root, siteDescription) || entryIn(root)?.excerpt || siteDescription;
}

function namedIn(root: Root): Named | undefined {
  const kind = ['tag', 'author'].find((each) => root.context.includes(each));
  return kind ? (root[kind] as Named | undefined) : undefined;
}

/** The article or standing page that the page is about. */
export function entryIn({ context, post }: Root): (Titled & Context) | undefined {
  const isEntry = context.includes('post') || context.includes('page');
  return isEntry ? (post as (Titled & Context) | undefined) : undefined;
}
