import sharp from 'sharp';
import { expect, it } from 'vitest';
import { speckled } from '../functions/images/pictures.ts';
import { elementsOf } from '../functions/render/parsed-html.ts';
import { freshId, freshName, publish, put } from './articles.ts';
import { eventually, pageThat, platform, read } from './platform.ts';

/** What a page tells other sites to show. */
function pictureIn(html: string): string {
  const found = elementsOf(html).find(({ attributes }) => attributes.property === 'og:image');
  return found?.attributes.content ?? '';
}

function served(address: string): Promise<Buffer> {
  return eventually(address, async () => {
    const answer = await read(address.replace(platform.url, ''));
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
  });
}

it('an article without an image has one for other sites, until it gets its own', async () => {
  const [id, image] = [freshId(), `images/${freshName()}.png`];
  const first = pictureIn(await publish(id, { title: `The wall holds ${id}`, section: 'news' }));
  expect(first).toMatch(new RegExp(`^${platform.url}/images/share/${id}\\.[0-9a-f]{16}\\.png$`));
  const { width, height, mediaType } = await sharp(await served(first)).metadata();
  expect({ width, height, mediaType }).toEqual({
    width: 1200,
    height: 630,
    mediaType: 'image/png',
  });

  const second = pictureIn(await publish(id, { title: `The wall held ${id}`, section: 'news' }));
  expect(second).not.toBe(first);
  await served(second);

  await put(image, await speckled(60, 40).png().toBuffer());
  await publish(id, {
    title: `The wall held ${id}`,
    lines: `hero: {src: ${image}, alt: Specks}\n`,
  });
  const shown = await pageThat(`/${id}/`, (html) => pictureIn(html).includes(image));
  expect(pictureIn(shown)).not.toContain('share');
  for (const gone of [first, second]) {
    await eventually(
      `${gone} gone`,
      async () => (await read(gone.replace(platform.url, ''))).status === 404 || undefined,
    );
  }
});
