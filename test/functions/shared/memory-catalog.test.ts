import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import { catalogContract } from './catalog-contract.ts';
import { articleRecord } from './records.ts';

catalogContract('a catalog in memory', () => new MemoryCatalog());
catalogContract('a catalog that is handed on before each call', handedOn);

/** Whatever is asked of it, is asked of a copy that was made from its dump. */
function handedOn(): MemoryCatalog {
  let catalog = new MemoryCatalog();
  const records = new Map<string, string>();
  return new Proxy(catalog, {
    get(_target, name: keyof MemoryCatalog) {
      const { saved, ...dump } = catalog.dump();
      for (const record of saved) records.set(record.id, JSON.stringify(record));
      const copy = new MemoryCatalog();
      copy.restore(JSON.parse(JSON.stringify(dump)), (id) => {
        const found = records.get(id);
        return found && JSON.parse(found);
      });
      catalog = copy;
      return copy[name]?.bind(copy);
    },
  });
}

describe('a catalog in memory', () => {
  it('has the default settings at revision 0 until others are saved', async () => {
    const catalog = new MemoryCatalog();
    expect(await catalog.settings()).toEqual({ revision: 0, settings: defaultSettings });
  });

  it('tells of each saved record what was before and after it', async () => {
    const changes: unknown[] = [];
    const catalog = new MemoryCatalog((change) => changes.push(change));
    const first = { ...articleRecord('wall'), revision: 1 };
    const second = { ...first, revision: 2 };
    await catalog.saveArticle(first);
    await catalog.saveArticle(first);
    await catalog.saveArticle(second);
    expect(changes).toEqual([{ after: first }, { before: first, after: second }]);
  });
});
