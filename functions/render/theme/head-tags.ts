import { feedPage } from '../../shared/layout.ts';
import type { FeedFormat } from '../../shared/model.ts';
import type { Frame } from './helper.ts';
import { descriptionOf } from './meta.ts';

/** An element without content: its name and its attributes as text, not yet escaped. */
export type Tag = [name: 'meta' | 'link', attributes: Record<string, unknown>];

/** Pages that nothing may lead to: an error, an answer to a form, a preview. */
export function isPassing({ root }: Frame): boolean {
  return root.context.includes('error') || isPreview(root);
}

function isPreview({ context }: Frame['root']): boolean {
  return context.includes('preview');
}

/** What search engines and feed readers look for. */
export function headTags(frame: Frame, withMeta: boolean): Tag[] {
  const { root, site } = frame;
  const feeds = feedLinks(frame);
  if (isPassing(frame)) {
    const content = isPreview(root) ? 'noindex, nofollow' : 'noindex';
    return [['meta', { name: 'robots', content }], ...feeds];
  }
  const description = descriptionOf(root, String(site.description ?? ''));
  return [
    ...(withMeta && description
      ? [['meta', { name: 'description', content: description }] as Tag]
      : []),
    ...(withMeta ? [['link', { rel: 'canonical', href: root.canonical }] as Tag] : []),
    ...neighbours(frame),
    ...feeds,
  ];
}

const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The feeds of the list that the page shows, before those of the whole site. */
function feedLinks({ galley: { view, site } }: Frame): Tag[] {
  const { settings, url } = site;
  const own = view.kind === 'list' && view.ref ? [[view.list, view.ref.name] as const] : [];
  return [...own, ['home', ''] as const].flatMap(([list, name]) =>
    settings.feeds.map((format): Tag => {
      const title = name ? `${name} – ${settings.title}` : settings.title;
      const href = `${url}/${feedPage(list, format)}`;
      return ['link', { rel: 'alternate', type: feedTypes[format], title, href }];
    }),
  );
}

function neighbours({ root, galley }: Frame): Tag[] {
  const pagination = (root.pagination ?? {}) as { prev?: number | null; next?: number | null };
  return (['prev', 'next'] as const).flatMap((rel): Tag[] => {
    const address = galley.pages[pagination[rel] ?? 0];
    return address === undefined ? [] : [['link', { rel, href: `${galley.site.url}${address}` }]];
  });
}
