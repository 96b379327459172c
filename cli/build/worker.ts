import { parentPort, workerData } from 'node:worker_threads';
import type { Source } from '../../functions/ingest/check-article.ts';
import { checkOf } from '../../functions/ingest/claims.ts';
import { placeOf } from '../../functions/ingest/places.ts';
import { withTheme } from '../../functions/render/body.ts';
import { textHtml } from '../../functions/shared/article-text.ts';
import { type Verdict, verdicts } from '../../functions/shared/claim.ts';
import { MemoryCatalog } from '../../functions/shared/memory-catalog.ts';
import type { ImageInfo, SettingsRecord } from '../../functions/shared/model.ts';
import { exportedReplies, type RepliesByArticle } from './exported-replies.ts';
import { type FoundFiles, LocalContent } from './local-content.ts';
import { unpackDump } from './packed-dump.ts';
import { RecordLines } from './record-lines.ts';
import { type Rendered, renderPages } from './render-pages.ts';
import { SiteWriter } from './site-writer.ts';
import { KnownTexts } from './texts.ts';

/** What a thread is told when it begins. */
export type WorkerStart = {
  folder: string;
  files: FoundFiles;
  replies: RepliesByArticle;
  siteUrl: string;
  out: string;
  isFresh: boolean;
  settings: SettingsRecord;
  /** Of the images that are there, by key. */
  images: Map<string, ImageInfo>;
};

export type Judged = [key: string, verdicts: Map<string, Verdict<Source>>][];

/** What a thread is asked to do. */
export type Job =
  | { check: string[] }
  | { catalog: string; bytes: Uint8Array }
  | { render: string[] };

export type Answer = { judged: Judged } | { rendered: Rendered } | { ready: true };

/** A thread of a build: checks texts, keeps what it parsed, and later writes pages. */
export function work(start: WorkerStart): (job: Job) => Promise<Answer> {
  const content = new LocalContent(start.folder, start.files);
  const texts = new KnownTexts();
  const catalog = new MemoryCatalog();
  const writer = new SiteWriter(start.out, start.isFresh);
  const comments = exportedReplies(start.replies);
  const sources = { catalog, content, comments, siteUrl: start.siteUrl, texts: texts.find };
  return async (job) => {
    if ('render' in job) return { rendered: await renderPages(sources, writer, job.render) };
    if ('catalog' in job) {
      const { dump, ids, ends } = JSON.parse(job.catalog);
      const records = new RecordLines({ bytes: job.bytes, ids, ends });
      catalog.restore(unpackDump(dump, records), (id) => records.read(id));
      return { ready: true };
    }
    const judged: Judged = [];
    for (const key of job.check) judged.push([key, await judge(start, content, texts, key)]);
    return { judged };
  };
}

async function judge(
  { settings: record, images }: WorkerStart,
  content: LocalContent,
  texts: KnownTexts,
  key: string,
): Promise<Map<string, Verdict<Source>>> {
  const memory = new Map<string, Verdict<Source>>();
  const check = checkOf(key, record);
  const place = placeOf(key);
  if (!('id' in place)) return memory;
  const { language } = record.settings;
  const all = verdicts(
    content,
    key,
    (bytes, version) => {
      const { problems, source, text } = check(bytes, version);
      if (source && text) {
        const shown = Object.fromEntries(
          source.imageKeys.map((image) => [image, images.get(image) ?? null]),
        );
        const options = { language, leads: !(source.hero && shown[source.hero.key]) };
        const html = textHtml(text, shown, withTheme(options));
        texts.keep(place.id, version.versionId, shown, options, html);
      }
      return { problems, ...(source ? { source } : {}) };
    },
    { memory },
  );
  for await (const _verdict of all);
  return memory;
}

/** Does the jobs of the thread that started this one, in their order. */
export function serve(): void {
  const port = parentPort;
  if (!port) throw new Error('This is no thread of a build');
  const doJob = work(workerData as WorkerStart);
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (job: Job) => {
    last = last.then(async () => port.postMessage(await doJob(job)));
  });
}
