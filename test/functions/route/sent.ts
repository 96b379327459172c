import { type Change, route } from '../../../functions/route/route.ts';
import type { ImagesMessage } from '../../../functions/shared/images-messages.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import type { Recheck, RenderMessage, TimersMessage } from '../../../functions/shared/messages.ts';
import type { ArticleRecord, Card } from '../../../functions/shared/model.ts';
import { card, record } from './records.ts';

export async function catalogOf(...records: (ArticleRecord | undefined)[]): Promise<MemoryCatalog> {
  const catalog = new MemoryCatalog();
  for (const one of records) if (one) await catalog.saveArticle({ ...one, revision: 1 });
  return catalog;
}

/** One in the section, with the tag and by the author of `records.ts`. */
export function article(id: string, date: string, changes: Partial<Card> = {}): ArticleRecord {
  return record({ card: card({ id, date: `${date}T12:00:00+01:00`, ...changes }) });
}

/** What route sends when it hears of these changes. */
export async function sent(catalog: MemoryCatalog, ...changes: Change[]) {
  const renders: RenderMessage[] = [];
  const rechecks: Recheck[] = [];
  const timers: TimersMessage[] = [];
  const shares: ImagesMessage[] = [];
  const parts = {
    catalog,
    toRender: async (messages: RenderMessage[]) => void renders.push(...messages),
    toIngest: async (messages: Recheck[]) => void rechecks.push(...messages),
    toTimers: async (messages: TimersMessage[]) => void timers.push(...messages),
    toImages: async (messages: ImagesMessage[]) => void shares.push(...messages),
  };
  await route(parts, changes);
  const pages = renders.flatMap((message) => ('page' in message ? message.page : []));
  return { renders, rechecks, timers, shares, pages };
}
