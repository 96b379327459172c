/**
 * Items of a list or object whose `visibility` is asked for: a comma list, by default `public`; `all` for every one.
 * Items that name none are public.
 */
export function visible<T extends object>(items: T, visibility: unknown): T {
  const wanted = visibility
    ? String(visibility)
        .split(',')
        .map((each) => each.trim())
    : ['public'];
  if (wanted.includes('all')) return items;
  const isWanted = (item: unknown) => wanted.includes(visibilityOf(item));
  if (Array.isArray(items)) return items.filter(isWanted) as unknown as T;
  return Object.fromEntries(Object.entries(items).filter(([, item]) => isWanted(item))) as T;
}

function visibilityOf(item: unknown): string {
  const { visibility } = Object(item) as { visibility?: unknown };
  return typeof visibility === 'string' && visibility !== '' ? visibility : 'public';
}
