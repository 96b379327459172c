import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PreviewSite } from '../../cli/build/preview-site.ts';
import { dressed } from '../../cli/preview/client.ts';
import { indexPage } from '../../cli/preview/index-page.ts';
import { type News, PreviewServer } from '../../cli/preview/server.ts';
import { png } from '../functions/images/pictures.ts';
import { Workshop } from './building.ts';
import { article, settings } from './content-folder.ts';

const quiet: News = { problems: '' };
const files = {
  'site.yaml': settings,
  'articles/wall.md': article('section: news\n', '![Waves](/images/wall.png)'),
  'articles/secret.md': article('status: draft\n').replace('The wall', 'A <secret>'),
  'articles/soon.md': article().replace('2026-11-03', '2199-11-03'),
  'images/wall.png': png(640, 9),
};

async function serving(more: Record<string, string> = {}) {
  const workshop = await Workshop.with({ ...files, ...more });
  const content = join(workshop.path('.'));
  const options = { content, cache: `${workshop.out}-cache`, siteUrl: 'http://localhost' };
  const site = await PreviewSite.open(options);
  const server = new PreviewServer();
  const port = await server.listen(0);
  onTestFinished(() => server.close());
  server.tell(site, quiet);
  const url = `http://localhost:${port}`;
  const get = async (path: string) => {
    const response = await fetch(url + path, { redirect: 'manual' });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return { workshop, site, server, url, get };
}

describe('a preview', () => {
  it('serves pages, feeds and the page for what is not there', async () => {
    const { get } = await serving();
    expect((await get('/wall/')).text).toContain('<h1>The wall</h1>');
    expect((await get('/feed.xml')).headers.get('content-type')).toMatch(/rss/);
    const missing = await get('/nowhere/');
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('Error 404');
    expect((await get('/wall')).headers.get('location')).toBe('/wall/');
    expect((await get('/%E0%A4%A')).status).toBe(404);
  });

  it('makes pictures when they are asked for', async () => {
    const { get } = await serving();
    const { text } = await get('/wall/');
    const [, src = ''] = /<img src="(\/images\/wall[^"]+)"/.exec(text) ?? [];
    const picture = await get(src);
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    const [, share = ''] =
      /property="og:image" content="[^"]*(\/images\/share\/[^"]+)"/.exec(text) ?? [];
    expect((await get(share)).headers.get('content-type')).toBe('image/png');
    expect((await get(src.replace('wall', 'quay'))).status).toBe(404);
  });

  it('lists drafts and scheduled articles, whose pages nothing else leads to', async () => {
    const { get } = await serving();
    const index = await get('/_preview/');
    expect(index.text).toMatch(/A &lt;secret&gt;<\/a> <b>draft<\/b>/);
    expect(index.text).toMatch(/The wall<\/a> <b>scheduled for 2199/);
    const [, path = ''] = /href="(\/preview\/secret\/[^"]+)"/.exec(index.text) ?? [];
    expect((await get(path)).text).toContain('A &lt;secret&gt;');
    expect((await get('/secret/')).status).toBe(404);
    expect((await get('/')).text).not.toContain('secret');
  });

  it('shows what is written while it runs, and what is removed', async () => {
    const { workshop, site, get } = await serving();
    workshop.write('articles/new.md', article().replace('The wall', 'New'));
    workshop.remove('articles/wall.md');
    await site.bring(['articles/new.md', 'articles/wall.md']);
    expect((await get('/new/')).text).toContain('<h1>New</h1>');
    expect((await get('/wall/')).status).toBe(404);
  });

  it('tells open pages to load again, and what is wrong', async () => {
    const { site, server, url } = await serving();
    const response = await fetch(`${url}/_preview/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('event: hello\ndata: {"problems":""}\n\n');
    server.tell(site, { problems: 'wall.md:1:1' });
    expect((await reader?.read())?.value).toContain(
      'event: reload\ndata: {"problems":"wall.md:1:1"}',
    );
  });

  it('adds its script when a page is served, and to pages alone', async () => {
    const { site, get } = await serving();
    const script = '<script src="/_preview/client.js" defer></script>';
    expect((await get('/wall/')).text).toContain(`${script}</body>`);
    expect(String((await site.answer('/wall/'))?.body)).not.toContain('_preview');
    expect((await get('/feed.xml')).text).not.toContain('_preview');
    expect(dressed('<p>Hello')).toBe(`<p>Hello${script}`);
    expect((await get('/_preview/client.js')).text).toContain('EventSource');
  });

  it('takes no replies, and says where they can be tried', async () => {
    const { url } = await serving();
    const answer = await fetch(`${url}/api/replies`, { method: 'POST' });
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain('npm start');
  });

  it('has nothing to list where nothing is hidden, and escapes what is wrong', () => {
    expect(indexPage([], '')).toContain('No draft and nothing scheduled.');
    expect(indexPage([], 'a <b>')).toContain('<pre>a &lt;b&gt;</pre>');
  });
});
