import { type Cost, newsroomOf, typicalSource } from '../newsroom/archive.ts';

/** What happens to one article, from its upload to its end. */
export type Costs = Record<'publish' | 'retitle' | 'reply' | 'move' | 'delete', Cost>;

/** Sizes of the archives that must cost the same. */
export const archives = [100, 10_000, 100_000];

/** Lives through all of it in a newsroom whose archive has so many articles. */
export async function costsOf(count: number): Promise<Costs> {
  const { newsroom, settled } = await newsroomOf(count);
  const upload = (title: string, date?: string) =>
    settled(() => newsroom.upload('articles/new.md', typicalSource(title, date)));
  return {
    publish: await upload('New'),
    retitle: await upload('Newer'),
    reply: await settled(async () => {
      await newsroom.reply('new', 'Fine.');
      await newsroom.decide(0, 'approved');
    }),
    move: await upload('Newer', '2026-11-08 09:00'),
    delete: await settled(() => newsroom.delete('articles/new.md')),
  };
}
