import { beforeEach, describe, expect, it } from 'vitest';
import { article } from './check.ts';
import { IngestDesk } from './ingest-desk.ts';

describe('a file that claims the address of another', () => {
  let desk: IngestDesk;

  beforeEach(() => {
    desk = new IngestDesk();
  });

  const about = article('', 'The article.');
  const page = 'pages/about.md';
  const other = 'articles/about.md';
  const live = async () => (await desk.article('about'))?.key;

  it('is told so, and the first comer keeps it', async () => {
    await desk.put(page, about);
    await desk.put(other, article('', 'The other.'));
    expect(await live()).toBe(page);
    expect(await desk.report(other)).toMatchObject({
      outcome: 'taken',
      problems: [{ code: 'address-taken' }],
    });
    expect(await desk.reportText(other)).toContain('delete the other one');
    expect(await desk.report(page)).toBeUndefined();
  });

  it('does not gain it when the first comer is changed or refused', async () => {
    await desk.put(page, about);
    await desk.put(other, article('', 'The other.'));
    await desk.put(page, article('', 'Changed.'));
    await desk.put(page, 'No front matter.');
    await desk.put(other, article('', 'The other, changed.'));
    expect(await live()).toBe(page);
    expect(await desk.report(page)).toMatchObject({ outcome: 'kept' });
  });

  it.each([
    ['deleted', (at: IngestDesk) => at.remove(page)],
    ['made a draft', (at: IngestDesk) => at.put(page, article('status: draft\n'))],
  ])('goes live by itself when the first comer is %s', async (_, clear) => {
    await desk.put(page, about);
    await desk.put(other, article('', 'The other.'));
    await clear(desk);
    expect(await live()).toBe(other);
    expect(await desk.article('about')).toMatchObject({ kind: 'article' });
    expect(await desk.report(other)).toBeUndefined();
    expect(await desk.catalog.standingPages()).toEqual([]);
    await desk.put(page, about);
    expect(await live()).toBe(other);
    expect(await desk.report(page)).toMatchObject({ outcome: 'taken' });
  });

  it('does not lose it to a draft that was there before', async () => {
    await desk.put(page, article('status: draft\n'));
    await desk.put(other, about);
    await desk.put(page, article('', 'No longer a draft.'));
    expect(await live()).toBe(other);
  });

  it('goes live when the one before was never good', async () => {
    await desk.put(page, 'No front matter.');
    await desk.put(other, about);
    expect(await live()).toBe(other);
    await desk.put(page, article('', 'Corrected.'));
    expect(await live()).toBe(other);
    expect(await desk.report(page)).toMatchObject({ outcome: 'taken' });
  });
});
