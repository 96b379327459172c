import { publishImage } from '../../functions/images/publish-image.ts';
import { publishShare } from '../../functions/images/publish-share.ts';
import { ingest } from '../../functions/ingest/ingest.ts';
import { render } from '../../functions/render/render.ts';
import { everyPage } from '../../functions/route/every-page.ts';
import { content as layout } from '../../functions/shared/layout.ts';
import { MemoryCatalog } from '../../functions/shared/memory-catalog.ts';
import { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import type { TimersMessage } from '../../functions/shared/messages.ts';
import type { Objects } from '../../functions/shared/objects.ts';
import { parsePage } from '../../functions/shared/pages.ts';
import { type Newsroom, siteUrl } from './newsroom.ts';
import { pictures } from './pictures.ts';

/** All that a site consists of: `site/…`, in the content bucket `reports/…`, and the timers that are set. */
export type Published = Record<string, string>;

/** The newsroom's site and reports as they are. */
export async function published({ content, site, clock }: Newsroom): Promise<Published> {
  return {
    ...(await listing('site/', site)),
    ...(await listing('', content, layout.reports)),
    ...timersOf(clock.timers.list()),
  };
}

/** The site and reports of the same newsroom when only the two truths are left of it, built in plain order. */
export async function rebuilt(newsroom: Newsroom): Promise<Published> {
  const site = new MemoryObjects();
  const reports = new MemoryObjects();
  const named = new Set<string>();
  const asked: TimersMessage[] = [];
  let saved = 0;
  const catalog = new MemoryCatalog(({ after }) => {
    saved += 1;
    for (const id of ('aliases' in after && after.aliases) || []) named.add(id);
  });
  const parts = {
    content: withReports(newsroom.content, reports),
    site,
    catalog,
    comments: newsroom.comments,
    siteUrl,
    ...pictures,
    toPurge: async () => {},
    toIngest: async () => {},
    toTimers: async (messages: TimersMessage[]) => void asked.push(...messages),
    now: () => newsroom.now(),
    secret: () => new Uint8Array(32),
    toRender: async () => {},
    toImages: async () => {},
  };
  const keys: string[] = [];
  for await (const key of newsroom.content.keys('')) keys.push(key);
  await ingest(parts, { key: layout.settings });
  for (const key of keys.filter(isImage)) await publishImage(parts, key);
  // What is said of one address can depend on others: all are looked at until nobody learns anything new.
  do {
    saved = 0;
    for (const key of keys.filter((other) => !isImage(other))) await ingest(parts, { key });
    for (const id of named) await ingest(parts, { id });
  } while (saved > 0);
  for await (const page of everyPage(parts.catalog)) {
    await render(parts, { page });
    const name = parsePage(page);
    if (name.kind === 'address') await publishShare(parts, name.id);
  }
  const wanted: TimersMessage[] = [];
  for (const timer of asked) {
    if ((await catalog.article(timer.id))?.wakes === timer.at) wanted.push(timer);
  }
  return {
    ...(await listing('site/', site)),
    ...(await listing('', reports, layout.reports)),
    ...timersOf(wanted),
  };
}

function timersOf(timers: TimersMessage[]): Published {
  return Object.fromEntries(timers.map(({ id, at }) => [`timer of ${id}`, at]));
}

function isImage(key: string): boolean {
  return key.startsWith(layout.images);
}

/** The truth as it is, with an empty place for what ingest writes beside it. */
function withReports(truth: Objects, reports: Objects): Objects {
  const of = (key: string) => (key.startsWith(layout.reports) ? reports : truth);
  return {
    head: (key) => of(key).head(key),
    get: (key, versionId) => of(key).get(key, versionId),
    put: (key, object, token) => of(key).put(key, object, token),
    remove: (key, token) => of(key).remove(key, token),
    versions: (key) => of(key).versions(key),
    keys: (prefix, after) => of(prefix).keys(prefix, after),
  };
}

/** Each object with its body, its type and its metadata, which hold a digest of all its headers. */
async function listing(name: string, bucket: Objects, prefix = ''): Promise<Published> {
  const found: Published = {};
  for await (const key of bucket.keys(prefix)) {
    const object = await bucket.get(key);
    const body = Buffer.from(object?.body ?? []).toString('latin1');
    found[name + key] = `${object?.contentType} ${JSON.stringify(object?.meta)}\n${body}`;
  }
  return found;
}
