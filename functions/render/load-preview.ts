import type { Settings } from '../shared/model.ts';
import type { PageName } from '../shared/pages.ts';
import { textOf } from './body.ts';
import type { Loaded, Sources } from './load-view.ts';

/**
 * A draft or a scheduled article as its page will be, for those who know the address. What depends on other articles
 * and on readers comes when it is live.
 */
export async function loadPreview(
  sources: Sources,
  { id, token }: PageName & { kind: 'preview' },
  settings: Settings,
): Promise<Loaded | undefined> {
  const record = await sources.catalog.article(id);
  if (!record?.card || record.preview !== token) return undefined;
  const { kind, card, source, state, corrections = [] } = record;
  const view: Loaded['view'] = {
    kind,
    card: { ...card, replyCount: 0 },
    html: await textOf(sources, record, { language: settings.language, leads: !card.hero }),
    replies: [],
    replyRule: 'off',
    corrections,
    beside: {},
    related: [],
    preview: state === 'scheduled' ? 'scheduled' : 'draft',
  };
  return { view, ...(source ? { source } : {}) };
}
