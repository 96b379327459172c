import { beforeEach, describe, expect, it } from 'vitest';
import type { Encoder } from '../../../functions/images/encoder.ts';
import { publishImage } from '../../../functions/images/publish-image.ts';
import { reportKeys } from '../../../functions/shared/layout.ts';
import { MemoryCatalog } from '../../../functions/shared/memory-catalog.ts';
import { MemoryObjects } from '../../../functions/shared/memory-objects.ts';
import { rememberingEncoder } from './encoders.ts';
import { jpeg, moving, png, transparent } from './pictures.ts';

const wall = 'images/2026/11/wall.png';

/** A picture that no other number gives. */
const picture = (number: number) => png(40, 30, String(number));

/** What is not what its name says. */
const wrong = await jpeg(8, 6);

const made = { encoder: rememberingEncoder, widths: [10, 20] };

/** The site has each picture in two widths and three formats. */
const each = 6;

describe('an original', () => {
  let content: MemoryObjects;
  let site: MemoryObjects;
  let catalog: MemoryCatalog;
  let purged: string[];

  beforeEach(() => {
    content = new MemoryObjects();
    site = new MemoryObjects();
    catalog = new MemoryCatalog();
    purged = [];
  });

  const publish = (key = wall) =>
    publishImage(
      { content, site, catalog, ...made, toPurge: async ({ paths }) => void purged.push(...paths) },
      key,
    );

  async function upload(bytes: Uint8Array, key = wall): Promise<void> {
    content.upload(key, { body: bytes, contentType: 'application/octet-stream' });
    await publish(key);
  }

  async function remove(key = wall): Promise<void> {
    content.delete(key);
    await publish(key);
  }

  const toPurge = async () => {};
  const copies = () => Object.keys(site.dump());
  const live = async (key = wall) => (await catalog.image(key))?.info?.url;
  const report = async (key = wall) => {
    const stored = await content.get(reportKeys(key).json);
    return stored && JSON.parse(Buffer.from(stored.body).toString());
  };

  /** What a site would have that is built anew from the content bucket. */
  async function rebuilt(...keys: string[]): Promise<Record<string, string>> {
    const fresh = new MemoryObjects();
    for (const key of keys) {
      const parts = { content, site: fresh, catalog: new MemoryCatalog(), ...made, toPurge };
      await publishImage(parts, key);
    }
    return fresh.dump();
  }

  it('gets copies in every width and format for ever, named by its bytes', async () => {
    await upload(picture(1));
    const name = /^(.+\.[0-9a-f]{16})-/.exec(String(copies()[0]))?.[1];
    const sizes = ['10', '20'].flatMap((width) =>
      ['avif', 'webp', 'jpg'].map((format) => `${name}-${width}.${format}`),
    );
    expect(copies()).toEqual(sizes.sort());
    expect(await catalog.image(wall)).toEqual({
      key: wall,
      revision: 1,
      state: 'live',
      info: {
        url: `/${name}-20.jpg`,
        width: 20,
        height: 15,
        widths: [10, 20],
        formats: ['avif', 'webp', 'jpg'],
      },
    });
    const types = await Promise.all(
      copies().map(async (key) => (await site.get(key))?.contentType),
    );
    const inEach = ['image/avif', 'image/jpeg', 'image/webp'];
    expect(types).toEqual([...inEach, ...inEach]);
  });

  it('is never larger than it was', async () => {
    await upload(png(15, 10));
    expect((await catalog.image(wall))?.info).toMatchObject({ width: 15, widths: [10, 15] });
    await upload(png(4, 3));
    expect((await catalog.image(wall))?.info).toMatchObject({ width: 4, height: 3, widths: [4] });
  });

  it('is not served as it was uploaded', async () => {
    await upload(png(20, 15));
    for (const key of copies()) expect((await site.get(key))?.body).not.toEqual(png(20, 15));
  });

  it('that can be seen through stays so', async () => {
    await upload(await transparent(20, 15));
    expect((await catalog.image(wall))?.info?.url).toMatch(/-20\.webp$/);
    expect(copies()).toHaveLength(4);
  });

  it('that moves goes on moving', async () => {
    const key = 'images/wave.gif';
    await upload(await moving('gif', 20, 15, 3), key);
    expect((await catalog.image(key))?.info).toMatchObject({ height: 15, formats: ['webp'] });
    expect(copies()).toHaveLength(2);
  });

  it('has copies of a format before its record names it', async () => {
    const order: string[] = [];
    const watched = new Proxy(site, {
      get: (target, name) => {
        if (name === 'put') order.push('copy');
        return Reflect.get(target, name).bind(target);
      },
    });
    const told = new MemoryCatalog(() => order.push('record'));
    content.upload(wall, { body: picture(1), contentType: 'image/png' });
    await publishImage({ content, site: watched, catalog: told, ...made, toPurge }, wall);
    expect(order).toEqual([...Array(each).fill('copy'), 'record']);
  });

  it('writes nothing when it is delivered again, or uploaded again with the same bytes', async () => {
    await upload(picture(1));
    const before = [site.writes, await catalog.image(wall)];
    await publish();
    await upload(picture(1));
    expect([site.writes, await catalog.image(wall)]).toEqual(before);
  });

  it('that is replaced is shown anew, and its earlier copy stays for open pages', async () => {
    await upload(picture(1));
    const first = await live();
    await upload(picture(2));
    expect(await live()).not.toBe(first);
    expect(copies()).toHaveLength(2 * each);
    expect(copies().map((key) => `/${key}`)).toEqual(expect.arrayContaining([first, await live()]));
    expect(purged).toEqual([]);
  });

  it('that is replaced again and again keeps its newest copies, and is not read to its beginning', async () => {
    for (let number = 1; number <= 15; number += 1) await upload(picture(number));
    expect(copies()).toHaveLength(10 * each);
    expect(copies().map((key) => `/${key}`)).toContain(await live());
    expect(site.dump()).toEqual(await rebuilt(wall));
    let reads = 0;
    const { get } = content;
    content.get = (...given) => {
      if (given[0] === wall) reads += 1;
      return get.apply(content, given);
    };
    await publish();
    expect(reads).toBe(10);
  });

  it('that is refused again and again leaves the earlier one live', async () => {
    await upload(picture(1));
    await upload(picture(2));
    const first = await live();
    for (let size = 1; size <= 15; size += 1) await upload(await jpeg(size, 6));
    expect(await live()).toBe(first);
    expect(copies()).toHaveLength(each);
    expect(site.dump()).toEqual(await rebuilt(wall));
  });

  it('that returns to earlier bytes is shown with the copy that is there', async () => {
    await upload(picture(1));
    const first = await live();
    await upload(picture(2));
    await upload(picture(1));
    expect(await live()).toBe(first);
    expect(copies()).toHaveLength(2 * each);
  });

  it('that is refused leaves the earlier one live, and its report says so', async () => {
    await upload(picture(1));
    const before = site.dump();
    await upload(wrong);
    expect(site.dump()).toEqual(before);
    expect(await report()).toMatchObject({ outcome: 'kept', problems: [{ code: 'wrong-type' }] });
    await upload(picture(2));
    expect(await report()).toBeUndefined();
  });

  it('that was never good has a report and no copy', async () => {
    await upload(Buffer.from('<svg/>'));
    expect(copies()).toEqual([]);
    expect(await report()).toMatchObject({ outcome: 'refused', problems: [{ line: 1 }] });
  });

  it('over 25 MiB is refused before it is read', async () => {
    await upload(Buffer.alloc(25 * 1024 * 1024 + 1));
    expect(await report()).toMatchObject({ problems: [{ code: 'too-large' }] });
  });

  it('that is deleted loses all its copies, its report, and its place in the cache', async () => {
    await upload(picture(1));
    await upload(picture(2));
    await upload(wrong);
    const gone = copies().map((key) => `/${key}`);
    await remove();
    expect(copies()).toEqual([]);
    expect([...new Set(purged)].sort()).toEqual(gone);
    expect(await catalog.image(wall)).toEqual({ key: wall, revision: 3, state: 'absent' });
    expect(await report()).toBeUndefined();
  });

  it('that is deleted and comes back has the copies of its new life only', async () => {
    await upload(picture(1));
    await remove();
    await upload(picture(2));
    expect(copies()).toHaveLength(each);
    expect(copies().map((key) => `/${key}`)).toContain(await live());
    expect(site.dump()).toEqual(await rebuilt(wall));
  });

  it('leaves copies of originals alone whose names begin alike', async () => {
    const others = [
      'images/2026/11/wall.jpg',
      'images/2026/11/wall-2.png',
      'images/2026/11/wall.PNG',
    ];
    for (const key of others) await upload(key.endsWith('jpg') ? wrong : picture(1), key);
    const before = site.dump();
    await upload(picture(1));
    expect(copies()).toHaveLength(3 + 3 * each);
    await remove();
    expect(site.dump()).toEqual(before);
  });

  it('named like the copy of another is refused and takes nothing away', async () => {
    await upload(picture(1));
    const before = site.dump();
    const copy = String(copies()[0]);
    await upload(picture(1), copy);
    await remove(copy);
    expect(site.dump()).toEqual(before);
  });

  it.each(['images/', 'images/2026/', 'images/.DS_Store', 'images/Thumbs.db'])(
    'is not what %s is',
    async (key) => {
      await upload(Buffer.alloc(0), key);
      expect(Object.keys(content.dump('reports/'))).toEqual([]);
      expect(await catalog.image(key)).toBeUndefined();
    },
  );

  it('with a key of 1,024 bytes still has a report', async () => {
    const key = `images/${'w'.repeat(1013)}.jpg`;
    await upload(picture(1), key);
    const reports = Object.keys(content.dump('reports/'));
    expect(reports).toHaveLength(2);
    for (const each of reports) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(1024);
    await remove(key);
    expect(content.dump('reports/')).toEqual({});
  });

  it('of which some copies are there gets the others, and those are not made again', async () => {
    content.upload(wall, { body: picture(1), contentType: 'image/png' });
    const asked: string[] = [];
    const encoder: Encoder = {
      ...rememberingEncoder,
      variants: (bytes, info, wanted) => {
        asked.push(...wanted.map(({ width, format }) => `${width} ${format}`));
        return rememberingEncoder.variants(bytes, info, wanted);
      },
    };
    let puts = 0;
    const failing = new Proxy(site, {
      get: (target, name) => {
        if (name === 'put' && ++puts > 4) throw new Error('crash');
        return Reflect.get(target, name).bind(target);
      },
    });
    const parts = { content, catalog, ...made, encoder, toPurge };
    await expect(publishImage({ ...parts, site: failing }, wall)).rejects.toThrow('crash');
    asked.length = 0;
    await publishImage({ ...parts, site }, wall);
    expect(asked).toEqual(['20 webp', '20 jpg']);
    expect(copies()).toHaveLength(each);
  });

  it('that changed before a crash is caught up with by the next try', async () => {
    await upload(picture(1));
    content.upload(wall, { body: picture(2), contentType: 'image/png' });
    for (const step of ['put', 'remove'] as const) {
      const failing = new Proxy(site, {
        get: (target, name) =>
          name === step
            ? async () => {
                throw new Error('crash');
              }
            : Reflect.get(target, name).bind(target),
      });
      const parts = { content, site: failing, catalog, ...made, toPurge };
      await publishImage(parts, wall).catch((error: Error) => expect(error.message).toBe('crash'));
    }
    await publish();
    expect(site.dump()).toEqual(await rebuilt(wall));
    expect(copies().map((key) => `/${key}`)).toContain(await live());
  });
});
