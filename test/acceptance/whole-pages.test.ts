import { expect, it } from 'vitest';
import { freshName } from './articles.ts';
import { newsroom, read } from './platform.ts';

const reads = 300;

/** A page of another length each time, so that bytes of one with the length of another show. */
function page(round: number) {
  const body = `${round} `.repeat(3000 + (round % 7) * 500);
  return { body, contentType: 'text/html; charset=utf-8' };
}

it('reads a whole page while it is replaced again and again', async () => {
  const name = freshName();
  const key = `${name}/index.html`;
  let ended = false;
  let round = 0;
  const replacing = (async () => {
    while (!ended) {
      const token = (await newsroom.site.head(key))?.etag ?? null;
      await newsroom.site.put(key, page(round), token);
      round += 1;
    }
  })();
  const broken: string[] = [];
  for (let nth = 0; nth < reads; nth += 1) {
    const response = await read(`/${name}/`);
    const text = await response.text().catch(String);
    const [first = ''] = text.split(' ', 1);
    if (response.status === 200 && text !== page(Number(first)).body)
      broken.push(text.slice(0, 80));
  }
  ended = true;
  await replacing;
  const token = (await newsroom.site.head(key))?.etag ?? '';
  await newsroom.site.remove(key, token);
  expect(broken).toEqual([]);
});
