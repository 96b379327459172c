import { card, record } from '../functions/route/records.ts';
import { Luck, noChance } from './luck.ts';
import { type Bill, metered, noBill } from './meter.ts';
import { Newsroom } from './newsroom.ts';
import { wide } from './pictures.ts';
import { takeTurns } from './turns.ts';

/** From `2026-11` forty years back. */
const months = Array.from({ length: 480 }, (_, nth) => {
  const month = 2026 * 12 + 10 - nth;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

/** So many articles are in the newest two months, whatever the archive has: one a day. */
const recent = 60;

const settings = [
  'title: The Harbour Post',
  'timeZone: Europe/Berlin',
  'sections: [{slug: news, name: News}]',
  '',
].join('\n');

const text = 'The harbour wall held for another night, and nobody slept. '.repeat(75);

/** An article as newspapers have it: 750 words, a section, two tags, an author, a picture. */
export function typicalSource(title: string, date = '2026-11-09 08:00'): string {
  return [
    '---',
    `title: ${title}`,
    'description: Eleven winters after the flood, the new wall had its first real test.',
    `date: ${date}`,
    'author: Jo Ferry',
    'section: news',
    'tags: [Harbour, Storms]',
    'hero: {src: images/wall.png, alt: Waves break against a wall.}',
    '---',
    text,
    '',
  ].join('\n');
}

/** What a newsroom has to do for one edit: pages it renders, calls to its stores and queues, what these cost. */
export type Cost = Bill & { renders: number; written: number; calls: number };

/**
 * A newsroom whose archive has so many articles, all in the lists of the typical one. They go straight into the catalog,
 * and their pages are not there yet: a page that is put for the first time costs as much as one that is put again.
 */
export async function newsroomOf(count: number) {
  const bill = { ...noBill };
  const meter = metered(bill);
  const cost = { renders: 0, calls: 0 };
  const luck = new Luck(noChance);
  const newsroom = new Newsroom(luck, (step, parts, about) => {
    if (step === 'render') cost.renders += 1;
    return meter(step, parts, about);
  });
  async function settled(edit: () => void | Promise<void>): Promise<Cost> {
    Object.assign(cost, { renders: 0, calls: 0 });
    Object.assign(bill, noBill);
    const before = newsroom.written.length;
    await edit();
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
    return { ...bill, ...cost, written: newsroom.written.length - before };
  }
  await settled(() => {
    newsroom.upload('site.yaml', settings);
    newsroom.upload('images/wall.png', wide);
  });
  for (let nth = 0; nth < count; nth += 1) await archive(newsroom, nth);
  newsroom.forget();
  return { newsroom, settled };
}

async function archive(newsroom: Newsroom, nth: number): Promise<void> {
  const month = nth < recent ? months[nth % 2] : months[2 + (nth % (months.length - 2))];
  const date = `${month}-0${(nth % 8) + 1}T12:00:00+01:00`;
  const key = `articles/archive-${nth}.md`;
  // The texts of others are not read.
  const body = nth < recent ? typicalSource(`Archived ${nth}`, date) : '';
  const versionId = body && newsroom.content.upload(key, { body, contentType: 'text/markdown' });
  const told = {
    id: `archive-${nth}`,
    date,
    title: `Archived ${nth}`,
    description: 'Eleven winters after the flood, the new wall had its first real test.',
    excerpt: text.split(' ').slice(0, 50).join(' '),
    tags: [
      { slug: 'harbour', name: 'Harbour' },
      { slug: 'storms', name: 'Storms' },
    ],
  };
  await newsroom.catalog.saveArticle(record({ key, versionId, card: card(told) }));
}
