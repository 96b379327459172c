import { dirname } from 'node:path';
import { everyPage } from '../../functions/route/every-page.ts';
import { content as layout, siteKey } from '../../functions/shared/layout.ts';
import type { ImageInfo } from '../../functions/shared/model.ts';
import type { Finished } from './build-site.ts';
import { copyPictures, imageKeys, shareKeys } from './copy-pictures.ts';
import { Crew } from './crew.ts';
import type { Desk } from './desk.ts';
import { RecordLines } from './record-lines.ts';
import { type Rendered, renderPages } from './render-pages.ts';
import { sharePages } from './share-pages.ts';
import { removeFiles, type SiteFolder, writeManifest } from './site-folder.ts';
import { SiteWriter } from './site-writer.ts';
import { KnownTexts } from './texts.ts';

/** So few texts are checked before a thread has started. */
const few = 200;

/** Looks at every file and renders every page. */
export async function buildAll(
  desk: Desk,
  site: SiteFolder,
): Promise<Finished & { build: string }> {
  const { files, pipeline, content, options } = desk;
  const keys = [...files.keys()];
  const isText = (key: string) => key.startsWith(layout.articles) || key.startsWith(layout.pages);
  const texts = keys.filter(isText);
  // Pictures come before what shows them, and settings before the texts that are checked with them.
  const first = keys.filter((key) => key.startsWith(layout.images));
  await pipeline.settle(named([...first, layout.settings, layout.authors]), true);
  const crew = texts.length > few && options.threads > 0 ? await startCrew(desk, site) : undefined;
  try {
    if (crew) await checkTogether(desk, crew, texts);
    else await pipeline.settle(named(texts), true);
    await pipeline.settle([{ everyShareAfter: '' }]);
    const { saved, ...dump } = pipeline.catalog.dump();
    const records = new RecordLines().with(saved);
    const pages = await pagesOf(desk);
    // Whoever finds the folder after a crash in between knows which files are the build's.
    if (site.build) writeManifest(site.path, new Set([...site.made, ...pages.map(siteKey)]));
    const total: Rendered = { present: [], absent: [], written: 0 };
    const add = (rendered: Rendered) => {
      total.present.push(...rendered.present);
      total.written += rendered.written;
      options.note(`${total.present.length} of ${pages.length} pages`);
    };
    if (crew) {
      await crew.brief(dump, records);
      await crew.render(sharePages(pages, crew, texts), add);
    } else add(await renderPages(sourcesOf(desk), writerFor(site), pages));
    const pictures = [...imageKeys(dump.images), ...shareKeys(saved, dump.settings)];
    const copied = copyPictures(desk, site.path, pictures);
    const present = new Set([...total.present, ...pictures]);
    const stale = [...site.made].filter((key) => !present.has(key));
    removeFiles(site.path, stale);
    return {
      build: writeManifest(site.path, present),
      keys: present,
      built: {
        files: files.size,
        pages: present.size,
        written: total.written + copied,
        removed: stale.length,
        reports: content.reports(),
      },
      state: {
        made: desk.made,
        files,
        dump,
        records,
        reports: content.reports(),
        timers: pipeline.timers,
      },
    };
  } finally {
    await crew?.end();
  }
}

function named(keys: string[]) {
  return keys.map((key) => ({ key }));
}

async function startCrew({ options, files, replies, pipeline }: Desk, site: SiteFolder) {
  const { images } = pipeline.catalog.dump();
  const shown = images.flatMap(({ key, state, info }): [string, ImageInfo][] =>
    state === 'live' && info ? [[key, info]] : [],
  );
  return new Crew(options.threads, options.engine.module, {
    folder: options.content,
    files,
    replies,
    siteUrl: options.siteUrl,
    out: site.path,
    isFresh: !site.build,
    settings: await pipeline.catalog.settings(),
    images: new Map(shown),
  });
}

/**
 * Threads check texts while this one looks at the addresses of those that are checked: folder by folder, and in each
 * in the order of their dates. Texts link to earlier ones, so that in this order few have to be looked at twice.
 */
async function checkTogether(desk: Desk, crew: Crew, texts: string[]): Promise<void> {
  const { pipeline, judged, options } = desk;
  const { revision } = await pipeline.catalog.settings();
  const held = new Map<number, [key: string, date: string][]>();
  let done = 0;
  const settle = async (part: number) => {
    const keys = held.get(part)?.sort(([, a], [, b]) => (a < b ? -1 : 1)) ?? [];
    held.delete(part);
    await pipeline.settle(named(keys.map(([key]) => key)), true);
  };
  await crew.check(texts, async (part, checked) => {
    for (const [key, verdicts] of checked) {
      judged.set(`${revision} ${key}`, verdicts);
      const [last = key] = held.get(part)?.at(-1) ?? [];
      if (dirname(last) !== dirname(key)) await settle(part);
      const [verdict] = verdicts.values();
      const beside = held.get(part) ?? [];
      held.set(part, beside);
      beside.push([key, verdict?.good?.source.date ?? '']);
    }
    done += checked.length;
    options.note(`${done} of ${texts.length} texts`);
  });
  for (const part of [...held.keys()].sort()) await settle(part);
}

/** All but previews, which are nobody's to find. */
async function pagesOf({ pipeline }: Desk): Promise<string[]> {
  const pages = new Set<string>();
  for await (const page of everyPage(pipeline.catalog)) {
    if (!page.startsWith('preview/')) pages.add(page);
  }
  return [...pages];
}

export function sourcesOf({ pipeline, content, comments, options }: Desk) {
  const texts = new KnownTexts().find;
  return { catalog: pipeline.catalog, content, comments, siteUrl: options.siteUrl, texts };
}

function writerFor({ path, build }: SiteFolder): SiteWriter {
  return new SiteWriter(path, !build);
}
