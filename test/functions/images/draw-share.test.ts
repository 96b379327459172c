import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawShare } from '../../../functions/images/draw-share.ts';

const words = { title: 'The harbour wall holds', section: 'News', site: 'The Harbour Post' };

/** From which row to which there is something else than paper, without the bar at the top. */
async function inked(picture: Uint8Array): Promise<[first: number, last: number]> {
  const raw = sharp(picture).removeAlpha().raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  const rows = Array.from({ length: info.height }, (_, row) => row).filter((row) => {
    const start = row * info.width * 3;
    return row > 20 && data.subarray(start, start + info.width * 3).some((value) => value < 160);
  });
  return [rows[0] ?? -1, rows.at(-1) ?? -1];
}

describe('the picture for other sites', () => {
  it('is a small PNG in the shape that they show', async () => {
    const picture = await drawShare(words);
    const { width, height, mediaType } = await sharp(picture).metadata();
    expect({ width, height, mediaType }).toEqual({
      width: 1200,
      height: 630,
      mediaType: 'image/png',
    });
    expect(picture.length).toBeLessThan(100_000);
  });

  it('is the same for the same words, and another one for others', async () => {
    const picture = await drawShare(words);
    expect(await drawShare({ ...words })).toEqual(picture);
    for (const change of [{ title: 'Other' }, { section: 'Other' }, { site: 'Other' }]) {
      expect(await drawShare({ ...words, ...change })).not.toEqual(picture);
    }
  });

  it('has letters and not their boxes, without a font on the machine', async () => {
    const [first, second] = await Promise.all(
      ['ill', 'www'].map(async (title) => inked(await drawShare({ title, site: '' }))),
    );
    expect(first).not.toEqual(second);
  });

  it.each([
    ['two words', 'Ferry returns'],
    ['as many as there may be', 'Stadtverordnetenversammlung und '.repeat(7).slice(0, 200)],
    ['one that is longer than a line', 'Donaudampfschifffahrtsgesellschaft'.repeat(5)],
    ['capitals only', 'WWWWW '.repeat(33)],
  ])('holds a headline of %s', async (_what, title) => {
    const [first, last] = await inked(await drawShare({ title, site: '' }));
    expect(first).toBeGreaterThanOrEqual(140);
    expect(last).toBeLessThan(520);
  });

  it('shows what looks like markup as it was typed', async () => {
    const title = '<b>Fish</b> & "chips"</span>';
    expect(await drawShare({ title, site: '' })).not.toEqual(
      await drawShare({ title: 'Fish & "chips"', site: '' }),
    );
  });
});
