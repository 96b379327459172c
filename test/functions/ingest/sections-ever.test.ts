import { expect, it, vi } from 'vitest';
import { limits } from '../../../functions/shared/layout.ts';
import { IngestDesk } from './ingest-desk.ts';

vi.mock('../../../functions/shared/layout.ts', async (original) => {
  const real = await original<typeof import('../../../functions/shared/layout.ts')>();
  return { ...real, limits: { ...real.limits, unread: 6 } };
});

const site = (name: string) => `title: The Post\nsections: [{name: News}, {name: ${name}}]\n`;

/** How many versions of site.yaml were read for what a test does. */
async function reads(desk: IngestDesk, act: () => Promise<unknown>): Promise<number> {
  const get = vi.spyOn(desk.content, 'get');
  await act();
  const versions = get.mock.calls.filter(([key, version]) => key === 'site.yaml' && version);
  get.mockRestore();
  return new Set(versions.map(([, version]) => version)).size;
}

it('reads no more versions of site.yaml for the hundredth than for the tenth', async () => {
  const desk = new IngestDesk();
  for (let nth = 1; nth < 10; nth += 1) await desk.put('site.yaml', site(`Part ${nth}`));
  const tenth = await reads(desk, () => desk.put('site.yaml', site('Part 10')));
  for (let nth = 11; nth < 100; nth += 1) await desk.put('site.yaml', site(`Part ${nth}`));
  expect(await reads(desk, () => desk.put('site.yaml', site('Part 100')))).toBe(tenth);
  expect(tenth).toBeLessThanOrEqual(2);
  expect((await desk.catalog.settings()).settings.retiredSections).toHaveLength(99);
});

it('reads refused versions again only as long as they are few', async () => {
  const desk = new IngestDesk();
  await desk.put('site.yaml', site('Town'));
  for (let nth = 0; nth < 40; nth += 1) {
    await desk.put('site.yaml', `${site('Town')}# ${nth}\n`);
    const read = await reads(desk, () => desk.look({ key: 'site.yaml' }));
    expect(read).toBeLessThanOrEqual(limits.unread + 1);
  }
});

it('finds the same as a catalog that was lost, with the newest names', async () => {
  const desk = new IngestDesk();
  const names = ['Town', 'Culture', 'TOWN', 'Sport', 'sport', 'News'];
  for (const name of names) {
    if (name === 'sport') await desk.remove('site.yaml');
    await desk.put('site.yaml', site(name).replace('{name: News}, ', ''));
    await desk.put('site.yaml', 'titel: x\n');
  }
  const { settings } = await desk.catalog.settings();
  expect(settings.retiredSections).toEqual([
    { slug: 'culture', name: 'Culture' },
    { slug: 'sport', name: 'sport' },
    { slug: 'town', name: 'TOWN' },
  ]);
  const lost = new IngestDesk();
  Object.assign(lost, { content: desk.content });
  await lost.look({ key: 'site.yaml' });
  expect((await lost.catalog.settings()).settings).toEqual(settings);
});
