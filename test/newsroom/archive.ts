import { card, record } from '../functions/route/records.ts';
import { Luck, noChance } from './luck.ts';
import { Newsroom } from './newsroom.ts';
import { usualSettings } from './sources.ts';
import { takeTurns } from './turns.ts';

/** From `2026-11` forty years back. */
const months = Array.from({ length: 480 }, (_, nth) => {
  const month = 2026 * 12 + 10 - nth;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

/** What a newsroom has to do for one edit: messages it renders, objects it writes, calls to its stores. */
export type Cost = { renders: number; puts: number; calls: number };

/**
 * A newsroom whose archive has so many articles. They go straight into the catalog, and their pages are not there
 * yet: a page that is put for the first time costs as much as one that is put again.
 */
export async function newsroomOf(count: number) {
  const cost: Cost = { renders: 0, puts: 0, calls: 0 };
  const luck = new Luck(noChance);
  const newsroom = new Newsroom(luck, (step) => {
    if (step === 'render') cost.renders += 1;
    return {};
  });
  async function settled(edit: () => void): Promise<Cost> {
    Object.assign(cost, { renders: 0, calls: 0 });
    const before = newsroom.written.length;
    edit();
    await takeTurns(luck, () =>
      newsroom.deliveries().map(({ name, start }) => ({
        name,
        start: (turn) =>
          start(async () => {
            cost.calls += 1;
            await turn();
          }),
      })),
    );
    return { ...cost, puts: newsroom.written.length - before };
  }
  await settled(() => newsroom.upload('site.yaml', usualSettings));
  for (let nth = 0; nth < count; nth += 1) await newsroom.catalog.saveArticle(archived(nth));
  newsroom.forget();
  return { newsroom, settled };
}

/** The first ten in the newest two months, the others all over forty years. */
function archived(nth: number) {
  const month = months[nth < 10 ? nth % 2 : nth % months.length];
  const date = `${month}-0${(nth % 8) + 1}T12:00:00+01:00`;
  return record({ card: card({ id: `archive-${nth}`, date }) });
}
