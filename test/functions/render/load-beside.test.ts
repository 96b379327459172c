import { describe, expect, it } from 'vitest';
import { loadBeside } from '../../../functions/render/load-beside.ts';
import type { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import type { Card } from '../../../functions/shared/model.ts';
import { article, catalogOf } from '../route/sent.ts';

const sport = { slug: 'sport', name: 'Sport' };
const tags = (...slugs: string[]) => ({ tags: slugs.map((slug) => ({ slug, name: slug })) });
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}`;

const wall = article('wall', day(10), tags('harbour', 'storms')).card as Card;

async function relatedTo(catalog: MemoryCatalog, card = wall) {
  return (await loadBeside(catalog, card)).related.map(({ id }) => id);
}

describe('beside an article', () => {
  it('stand the ones before and after it on the site and in its section', async () => {
    const catalog = await catalogOf(
      article('n1', day(1)),
      article('n2', day(2)),
      article('s9', day(9), { section: sport }),
      article('wall', day(10)),
      article('s11', day(11), { section: sport }),
      article('n12', day(12)),
    );
    const { beside } = await loadBeside(catalog, wall);
    expect(beside).toMatchObject({
      home: { older: { id: 's9' }, newer: { id: 's11' } },
      'section/news': { older: { id: 'n2' }, newer: { id: 'n12' } },
    });
  });

  it('stands nothing at the ends of a list', async () => {
    const { beside } = await loadBeside(await catalogOf(article('wall', day(10))), wall);
    expect(beside).toEqual({ home: {}, 'section/news': {} });
  });

  it('stand articles without their number of replies', async () => {
    const catalog = await catalogOf(
      article('n1', day(1), { replyCount: 7 }),
      article('n12', day(12), { replyCount: 7 }),
    );
    const { beside, related } = await loadBeside(catalog, wall);
    const shown = [beside.home?.older, beside.home?.newer, ...related];
    expect(shown.map((brief) => brief?.replyCount)).toEqual([0, 0, 0]);
  });
});

describe('related to an article', () => {
  it('are the nearest older ones in its section, and none that is newer', async () => {
    const days = [1, 2, 3, 4, 12].map((each) => article(`n${each}`, day(each)));
    expect(await relatedTo(await catalogOf(...days))).toEqual(['n4', 'n3', 'n2']);
  });

  it('are then the nearest older ones by its tags in their order, each once', async () => {
    const other = { section: sport };
    const catalog = await catalogOf(
      article('both', day(3), tags('storms', 'harbour')),
      article('s5', day(5), { ...other, ...tags('storms') }),
      article('h1', day(1), { ...other, ...tags('harbour') }),
      article('newer', day(11), { ...other, ...tags('harbour') }),
    );
    expect(await relatedTo(catalog)).toEqual(['both', 'h1', 's5']);
  });

  it('are at most three', async () => {
    const days = [1, 2, 3, 4, 5].map((each) =>
      article(`h${each}`, day(each), { section: sport, ...tags('harbour') }),
    );
    const catalog = await catalogOf(...days, article('n9', day(9)));
    expect(await relatedTo(catalog)).toEqual(['n9', 'h5', 'h4']);
  });

  it('are found by tags alone where there is no section', async () => {
    const { section: _, ...unsectioned } = wall;
    const catalog = await catalogOf(article('h1', day(1), { section: sport, ...tags('harbour') }));
    expect(await relatedTo(catalog, unsectioned)).toEqual(['h1']);
  });

  it('are looked for with a fixed number of questions', async () => {
    const many = Array.from({ length: 500 }, (_, nth) => article(`n${nth}`, day((nth % 28) + 1)));
    const counts = [];
    for (const count of [10, 500]) {
      const catalog = await catalogOf(...many.slice(0, count));
      let read = 0;
      const older = catalog.olderThan.bind(catalog);
      catalog.olderThan = async (...asked) => {
        const found = await older(...asked);
        read += found.length;
        return found;
      };
      await loadBeside(catalog, { ...wall, date: `${day(28)}T23:00:00+01:00` });
      counts.push(read);
    }
    expect(counts).toEqual([4, 4]);
  });
});
