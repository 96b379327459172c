import { describe, expect, it } from 'vitest';
import { render } from '../../../functions/render/render.ts';
import { assets } from '../../../functions/render/theme/index.ts';
import type { Objects } from '../../../functions/shared/objects.ts';
import { article, desk } from './desk.ts';

const key = 'articles/wall.md';
const page = 'wall/';
const object = 'wall/index.html';

async function published() {
  const news = await desk();
  await news.upload(key, article('The wall'));
  await news.render({ page });
  return news;
}

describe('render', () => {
  it('puts the page under its address', async () => {
    const { site } = await published();
    expect(Object.keys(site.dump())).toEqual([object]);
    expect(site.dump()[object]).toContain('The wall');
  });

  it('writes nothing when nothing changed', async () => {
    const news = await published();
    const { writes } = news.site;
    await news.render({ page });
    await news.upload(key, article('The wall'));
    await news.render({ page });
    expect(news.site.writes).toBe(writes);
  });

  it('writes once for a change, however often it is told', async () => {
    const news = await published();
    const { writes } = news.site;
    await news.upload(key, article('The new wall'));
    for (let times = 0; times < 3; times += 1) await news.render({ page });
    expect(news.site.writes).toBe(writes + 1);
  });

  it('removes the page of an article that is gone, and has the CDN forget both of its names', async () => {
    const news = await published();
    await news.delete(key);
    await news.render({ page });
    expect(news.site.dump()).toEqual({});
    expect(news.purged).toEqual([{ paths: ['/wall/', '/wall/index.html'] }]);
  });

  it('asks again for what a crashed try removed without asking', async () => {
    const news = await published();
    await news.delete(key);
    const crash = async () => {
      throw new Error('crash');
    };
    await expect(render({ ...news, toPurge: crash }, { page })).rejects.toThrow('crash');
    await news.render({ page });
    expect(news.purged).toHaveLength(1);
  });

  it('has the CDN forget a page that stays, when something on it must disappear', async () => {
    const news = await published();
    await news.render({ page, purge: true });
    expect(news.purged).toEqual([{ paths: ['/wall/', '/wall/index.html'] }]);
  });

  it('leaves the CDN alone otherwise', async () => {
    const news = await published();
    await news.upload(key, article('The new wall'));
    await news.render({ page });
    expect(news.purged).toEqual([]);
  });

  it('names the pages of so many articles, and asks for the rest last', async () => {
    const news = await published();
    for (const name of ['tide', 'quay']) await news.upload(`articles/${name}.md`, article(name));
    const parts = { ...news, articlesAtOnce: 2 };
    await render(parts, { everyPageAfter: '' });
    const last = news.named.at(-1);
    expect(news.named).toEqual(expect.arrayContaining([{ page: '' }, { page: 'quay/' }]));
    expect(news.named).not.toContainEqual({ page });
    expect(last).toEqual({ everyPageAfter: expect.stringMatching(/#tide$/) });
    news.named.length = 0;
    await render(parts, last ?? { page });
    expect(news.named).toContainEqual({ page });
    expect(news.named.at(-1)).toHaveProperty('page');
  });

  it('puts every file of the theme for one message', async () => {
    const news = await desk();
    const probe = 'assets/probe.0123456789abcdef.txt';
    assets.set(probe, { body: new TextEncoder().encode('probe'), contentType: 'text/plain' });
    await news.render({ page: 'assets/' }).finally(() => assets.delete(probe));
    expect(Object.keys(news.site.dump())).toEqual([...assets.keys(), probe].sort());
  });

  it('starts over when a newer page was put while it read', async () => {
    const news = await published();
    await news.upload(key, article('The new wall'));
    let disturb = async () => {
      disturb = async () => {};
      await news.upload(key, article('The newest wall'));
      await news.render({ page });
    };
    const site: Objects = Object.assign(Object.create(news.site), {
      head: (name: string) => news.site.head(name),
      remove: (name: string, token: string) => news.site.remove(name, token),
      async put(...put: Parameters<Objects['put']>) {
        await disturb();
        return news.site.put(...put);
      },
    });
    const { writes } = news.site;
    await render({ ...news, site }, { page });
    expect(news.site.dump()[object]).toContain('The newest wall');
    expect(news.site.writes).toBe(writes + 1);
  });
});
