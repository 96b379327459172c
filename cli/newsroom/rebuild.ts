import { isUnseen, placeOf } from '../../functions/ingest/places.ts';
import { pageAt } from '../../functions/plan/site-keys.ts';
import { everyPage } from '../../functions/route/every-page.ts';
import { content, siteKey } from '../../functions/shared/layout.ts';
import type { Progress } from '../progress.ts';
import type { Desk } from './newsroom.ts';
import { type Pace, untilAllThere, untilDone } from './rebuild-wait.ts';
import { allOf, takeStock, textsToCheck } from './stock.ts';

export type Rebuilt = { files: number; pages: number };

/** Stands for all files of the theme when it is asked for as a page. */
const assets = 'assets/';

/**
 * Makes the catalog and the site anew from the content bucket and the comments table.
 *
 * Every step compares and sets, so this may run at any time, beside anything. The order only saves work: what an
 * article is checked with comes before it, and pages come when the catalog is complete. Old assets go last, because
 * pages that are not rendered yet name them.
 *
 * @throws Failure when nothing moves any more, or when something did not arrive
 */
export async function rebuild(desk: Desk, { step }: Progress, pace: Pace): Promise<Rebuilt> {
  const { ask, catalog, site } = desk;
  await renewNotFound(desk);
  const { images, others, there } = await step('List the files', async (note) => {
    const stock = await takeStock(desk);
    note(`${stock.there.size}`);
    return stock;
  });

  await step('Images', async (note) => {
    await ask.images(images.map((key) => ({ key })));
    await untilDone(desk, note, pace);
    const kept = images.filter((key) => there.has(key) && !isUnseen(key));
    await untilAllThere('images', kept, async (key) => !!(await catalog.image(key)), pace);
    note(`${kept.length}`);
  });

  await step('Settings', async (note) => {
    await ask.ingest([{ key: content.settings }]);
    await untilDone(desk, note, pace);
  });

  await step('Articles and pages', async (note) => {
    await ask.ingest(await textsToCheck(desk, others));
    await untilDone(desk, note, pace);
    const kept = others.filter((key) => there.has(key) && 'id' in placeOf(key));
    await untilAllThere('files', kept, (key) => isTakenIn(desk, key), pace);
    note(`${kept.length}`);
  });

  const pages = await step('The site', async (note) => {
    const wanted = await allOf(everyPage(catalog));
    const present = (await allOf(site.keys(''))).flatMap((key) => pageAt(key) ?? []);
    const strange = present.filter((page) => !page.startsWith(assets));
    await ask.render([...new Set([...wanted, ...strange])].map((page) => ({ page })));
    await untilDone(desk, note, pace);
    const kept = wanted.filter((page) => page !== assets);
    await untilAllThere('pages', kept, async (page) => !!(await site.head(siteKey(page))), pace);
    note(`${kept.length} pages`);
    return kept.length;
  });

  await step('Old assets', async (note) => {
    const files = await allOf(site.keys(assets));
    await ask.render(files.map((page) => ({ page })));
    await untilDone(desk, note, pace);
  });
  return { files: there.size, pages };
}

/**
 * After a change of the style sheet the 404 page stands there without one until it is rendered, because the edge
 * names a page's own style sheet only for pages that were found. So it does not wait for its turn, unless the
 * settings are lost: it would have to do without the site's title.
 */
async function renewNotFound({ ask, catalog }: Desk): Promise<void> {
  const { revision } = await catalog.settings();
  if (revision > 0) await ask.render([{ page: '404.html' }]);
}

async function isTakenIn({ catalog }: Desk, key: string): Promise<boolean> {
  const place = placeOf(key);
  return 'id' in place && (await catalog.article(place.id))?.seen[key] !== undefined;
}
