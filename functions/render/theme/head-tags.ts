import type { Frame } from './helper.ts';
import { descriptionOf } from './meta.ts';

/** An element without content: its name and its attributes as text, not yet escaped. */
export type Tag = [name: 'meta' | 'link', attributes: Record<string, unknown>];

/** Pages that stand for nothing lasting: an error, an answer to a form. */
export function isPassing({ root }: Frame): boolean {
  return root.context.includes('error');
}

/** What search engines and feed readers look for. */
export function headTags(frame: Frame, withMeta: boolean): Tag[] {
  const { root, site, galley } = frame;
  const feed: Tag = [
    'link',
    {
      rel: 'alternate',
      type: 'application/rss+xml',
      title: site.title,
      href: `${galley.site.url}/feed.xml`,
    },
  ];
  if (isPassing(frame)) return [['meta', { name: 'robots', content: 'noindex' }], feed];
  const description = descriptionOf(root, String(site.description ?? ''));
  return [
    ...(withMeta && description
      ? [['meta', { name: 'description', content: description }] as Tag]
      : []),
    ...(withMeta ? [['link', { rel: 'canonical', href: root.canonical }] as Tag] : []),
    ...neighbours(frame),
    feed,
  ];
}

function neighbours({ root, galley }: Frame): Tag[] {
  const pagination = (root.pagination ?? {}) as { prev?: number | null; next?: number | null };
  return (['prev', 'next'] as const).flatMap((rel): Tag[] => {
    const address = galley.pages[pagination[rel] ?? 0];
    return address === undefined ? [] : [['link', { rel, href: `${galley.site.url}${address}` }]];
  });
}
