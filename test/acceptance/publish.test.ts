import { describe, expect, it } from 'vitest';
import { removeContent } from '../../cli/local/content-sync.ts';
import { renderEverything } from '../../cli/newsroom/queues.ts';
import { articleKey, freshId, freshName, markdown, publish, put } from './articles.ts';
import { invalidatedPaths } from './invalidations.ts';
import { eventually, newsroom, pageWith, pageWithout, read } from './platform.ts';
import { settledObjects } from './site-objects.ts';

/** An article with a byline and a tag of its own, and all pages that show its card. */
function somebody() {
  const [id, byline, tag] = [freshId(), freshName(), freshName()];
  const wish = { author: byline, section: 'news', tags: [tag] };
  const lists = ['/', '/section/news/', `/tag/${tag}/`, `/author/${byline}/`, '/feed.xml'];
  return { id, wish, lists };
}

describe('an upload', () => {
  it('is live at its address, with all lists and the feed in step', async () => {
    const { id, wish, lists } = somebody();
    await publish(id, { ...wish, title: `First ${id}` });
    for (const path of lists) await pageWith(path, `First ${id}`);
  });

  it('changes every page that shows it', async () => {
    const { id, wish, lists } = somebody();
    await publish(id, { ...wish, title: `Before ${id}` });
    await publish(id, { ...wish, title: `After ${id}` });
    for (const path of lists) await pageWith(path, `After ${id}`);
    for (const path of lists) await pageWithout(path, `Before ${id}`);
  });

  it('leaves a section for another one', async () => {
    const id = freshId();
    await publish(id, { title: `Moved ${id}`, section: 'news' });
    await pageWith('/section/news/', `Moved ${id}`);
    await publish(id, { title: `Moved ${id}`, section: 'sport' });
    await pageWith('/section/sport/', `Moved ${id}`);
    await pageWithout('/section/news/', `Moved ${id}`);
  });

  it('writes nothing when its bytes are the same again, nor when every page is rendered again', async () => {
    const { id, wish } = somebody();
    const text = markdown({ ...wish, title: `Same ${id}` });
    await put(articleKey(id), text);
    await pageWith(`/${id}/`, `Same ${id}`);
    const before = await settledObjects();
    await put(articleKey(id), text);
    await renderEverything(newsroom);
    expect(withoutPages(await settledObjects())).toEqual(withoutPages(before));
  });
});

/** Standing pages that tell when everything is through come and go, with their pictures and their line in the sitemap. */
function withoutPages(objects: Map<string, string>): [string, string][] {
  const come = /^t[0-9a-f]{8}\/index\.html$|^images\/share\/t[0-9a-f]{8}\.|^sitemap-lists\.xml$/;
  return [...objects].filter(([key]) => !come.test(key));
}

describe('a deletion', () => {
  it('takes the article off every page', async () => {
    const { id, wish, lists } = somebody();
    await publish(id, { ...wish, title: `Doomed ${id}` });
    for (const path of lists) await pageWith(path, `Doomed ${id}`);
    await removeContent(newsroom, articleKey(id));
    const gone = await eventually('a 404 page', async () => {
      const response = await read(`/${id}/`);
      return response.status === 404 ? response.text() : undefined;
    });
    expect(gone).toContain('There is no page at this address');
    await pageWithout('/', `Doomed ${id}`);
    await pageWithout('/section/news/', `Doomed ${id}`);
    await pageWithout('/feed.xml', `Doomed ${id}`);
  });

  it('ends pages of lists that have no article any more', async () => {
    const { id, wish, lists } = somebody();
    await publish(id, wish);
    const own = lists.filter((path) => /^.(tag|author)/.test(path));
    for (const path of own) await pageWith(path, 'Article');
    await removeContent(newsroom, articleKey(id));
    for (const path of own) {
      await eventually(
        `404 at ${path}`,
        async () => (await read(path)).status === 404 || undefined,
      );
    }
  });

  it('makes the CDN forget the page', async () => {
    const { id, wish } = somebody();
    await publish(id, wish);
    await removeContent(newsroom, articleKey(id));
    const paths = await eventually('an invalidation', async () => {
      const found = await invalidatedPaths();
      return found.includes(`/${id}/`) ? found : undefined;
    });
    expect(paths).toContain(`/${id}/index.html`);
  });
});
