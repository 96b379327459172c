import { describe, expect, it } from 'vitest';
import { loadList } from '../../../functions/render/load-list.ts';
import type { View } from '../../../functions/render/view.ts';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import type { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import type { Settings } from '../../../functions/shared/model.ts';
import { article, catalogOf } from '../route/sent.ts';

const days = [1, 2, 3, 4, 5, 6, 7, 8].map((day) => article(`n${day}`, `2026-11-0${day}`));

async function listOf(
  catalog: MemoryCatalog,
  list: string,
  { month, ...changes }: Partial<Settings> & { month?: string } = {},
) {
  const settings = { ...defaultSettings, ...changes };
  const page = { kind: 'list' as const, list, ...(month ? { month } : {}) };
  const view = await loadList(catalog, page, settings);
  return view as (View & { kind: 'list' }) | undefined;
}

describe('the newest of a list', () => {
  it('are as many as the settings want', async () => {
    const catalog = await catalogOf(...days);
    const view = await listOf(catalog, 'home', { pageSize: 5 });
    expect(view?.cards.map(({ id }) => id)).toEqual(['n8', 'n7', 'n6', 'n5', 'n4']);
    expect(view?.older).toBe('archive/2026/11/');
    expect(await listOf(catalog, 'home', { pageSize: 8 })).not.toHaveProperty('older');
  });
});

describe('a month', () => {
  it('has no more than the newest five thousand, however many there are', async () => {
    const many = Array.from({ length: 5001 }, (_, nth) =>
      article(`n${10_000 + nth}`, '2026-11-01'),
    );
    const view = await listOf(await catalogOf(...many), 'home', { month: '2026-11' });
    expect(view?.cards).toHaveLength(5000);
    expect(view?.cards.at(-1)?.id).toBe('n10001');
  });
});

describe('the front page', () => {
  const featured = (...numbers: number[]) =>
    days.map((record, nth) =>
      numbers.includes(nth + 1)
        ? article(record.id, `2026-11-0${nth + 1}`, { featured: true })
        : record,
    );

  it('has the newest featured articles, however many newer ones there are', async () => {
    const catalog = await catalogOf(...featured(2, 4));
    const view = await listOf(catalog, 'home', { pageSize: 2 });
    expect(view?.featured?.map(({ id }) => id)).toEqual(['n4', 'n2']);
  });

  it('has five of them at most', async () => {
    const view = await listOf(await catalogOf(...featured(1, 2, 3, 4, 5, 6)), 'home');
    expect(view?.featured?.map(({ id }) => id)).toEqual(['n6', 'n5', 'n4', 'n3', 'n2']);
  });

  it('alone has them', async () => {
    const catalog = await catalogOf(...featured(2));
    for (const [list, month] of [
      ['home', '2026-11'],
      ['section/news', undefined],
    ] as const) {
      const view = await listOf(catalog, list, month ? { month } : {});
      expect(view).not.toHaveProperty('featured');
    }
  });
});

describe('the page of an author', () => {
  const jo = { slug: 'jo-ferry', name: 'Jo Ferry', bio: 'Writes of the sea.', links: [] };
  const other = { ...jo, slug: 'kim', name: 'Kim' };

  it('has what authors.yaml says of the author', async () => {
    const profiles = [other, { ...jo, name: 'Joanna Ferry' }];
    const view = await listOf(await catalogOf(...days), 'author/jo-ferry', { profiles });
    expect(view).toMatchObject({
      ref: { slug: 'jo-ferry', name: 'Joanna Ferry', description: 'Writes of the sea.' },
      profile: { bio: 'Writes of the sea.' },
    });
  });

  it('has the name that the newest article gives where it says nothing', async () => {
    const view = await listOf(await catalogOf(...days), 'author/jo-ferry', { profiles: [other] });
    expect(view?.ref).toEqual({ slug: 'jo-ferry', name: 'Jo Ferry' });
    expect(view).not.toHaveProperty('profile');
  });

  it('is none of a tag with the same name', async () => {
    const tagged = article('n9', '2026-11-09', { tags: [{ slug: 'kim', name: 'Kim' }] });
    expect(
      await listOf(await catalogOf(tagged), 'tag/kim', { profiles: [other] }),
    ).not.toHaveProperty('profile');
  });
});
