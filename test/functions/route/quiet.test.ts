import { describe, expect, it } from 'vitest';
import { type Change, route } from '../../../functions/route/route.ts';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import type { RenderMessage } from '../../../functions/shared/messages.ts';
import { card, record } from './records.ts';

const quiet = true;
const settings = { revision: 1, settings: defaultSettings };

async function rendered(change: Change): Promise<RenderMessage[]> {
  const renders: RenderMessage[] = [];
  const toRender = async (messages: RenderMessage[]) => void renders.push(...messages);
  const parts = {
    catalog: new MemoryCatalog(),
    toRender,
    toIngest: async () => {},
    toTimers: async () => {},
    toImages: async () => {},
  };
  await route(parts, [change]);
  return renders;
}

describe('a record that a rebuild made out of nothing', () => {
  it('names no page, because the rebuild renders them all', async () => {
    expect(await rendered({ kind: 'article', after: record({ quiet }) })).toEqual([]);
    expect(await rendered({ kind: 'settings', after: { ...settings, quiet } })).toEqual([]);
  });

  it('would name its pages if anybody else had made it', async () => {
    expect(await rendered({ kind: 'article', after: record() })).not.toEqual([]);
    expect(await rendered({ kind: 'settings', after: settings })).not.toEqual([]);
  });

  it('names them when it changes', async () => {
    const before = record({ quiet });
    const after = record({ card: card({ title: 'Changed' }) });
    expect(await rendered({ kind: 'article', before, after })).toContainEqual({ page: '' });
    const changed = { revision: 2, settings: { ...defaultSettings, title: 'Changed' } };
    const both = { before: { ...settings, quiet }, after: changed } as const;
    expect(await rendered({ kind: 'settings', ...both })).toEqual([{ everyPageAfter: '' }]);
  });
});
