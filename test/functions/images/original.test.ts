import { describe, expect, it } from 'vitest';
import { infoOf, nameOf, type Original, widthsOf } from '../../../functions/images/original.ts';
import {
  heightAt,
  urlAt,
  variantsOf,
  variantUrl,
} from '../../../functions/shared/image-variants.ts';

const wall: Original = {
  name: '/images/wall.jpg.0123456789abcdef',
  width: 1000,
  height: 751,
  formats: ['avif', 'webp', 'jpg'],
};

describe('what the theme gets of an original', () => {
  it.each([
    [
      [400, 800],
      [400, 800],
    ],
    [
      [400, 1000],
      [400, 1000],
    ],
    [
      [400, 1200, 2000],
      [400, 1000],
    ],
    [[1200], [1000]],
  ])('is in the widths it asks for, and in none that is wider: %j', (asked, made) => {
    const info = infoOf(wall, asked);
    expect(info.widths).toEqual(made);
    expect(info.url).toBe(`${wall.name}-${made.at(-1)}.jpg`);
  });

  it('has the height that it has in its largest width', () => {
    const info = infoOf(wall, [400, 500]);
    expect(info).toMatchObject({ width: 500, height: 376 });
    expect([heightAt(info, 500), heightAt(info, 400)]).toEqual([376, 301]);
  });

  it('is never without height', () => {
    const info = infoOf({ ...wall, width: 10_000, height: 1 }, [400]);
    expect([info.height, heightAt(info, 400)]).toEqual([1, 1]);
  });

  it('has an address for each width and format', () => {
    const info = infoOf(wall, [400, 800]);
    const urls = variantsOf(info).map((variant) => variantUrl(info, variant));
    expect(new Set(urls).size).toBe(6);
    for (const variant of variantsOf(info)) {
      expect(urlAt(info.url, variant)).toBe(variantUrl(info, variant));
    }
  });
});

describe('the name of an original', () => {
  const bytes = new TextEncoder().encode('bytes');

  it.each([
    ['images/wall.jpg', 'images/wall.JPG'],
    ['images/wall.jpg', 'images/wall.jpeg'],
    ['images/wall.jpg', 'images/a/wall.jpg'],
  ])('is shared with no other of the same bytes: %s and %s', (one, other) => {
    expect(nameOf(one, bytes)).not.toBe(nameOf(other, bytes));
  });
});

describe("a theme's widths", () => {
  it.each([
    [{ s: { width: 480 }, m: { width: 800 } }, [480, 800]],
    [{ l: { width: 1200 }, s: { width: 480.4 }, also: { width: 480 } }, [480, 1200]],
    [{ square: { width: 300, height: 300 }, tall: { height: 400 } }, [300]],
    [{ tall: { height: 400 } }, [480, 960, 1920]],
    [{}, [480, 960, 1920]],
  ])('are those of its image_sizes that have one: %j', (sizes, widths) => {
    expect(widthsOf(sizes)).toEqual(widths);
  });
});
