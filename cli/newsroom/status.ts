import { readFile } from 'node:fs/promises';
import { placeOf } from '../../functions/ingest/places.ts';
import type { Report } from '../../functions/ingest/report.ts';
import { content, siteKey } from '../../functions/shared/layout.ts';
import { type AddressState, addressOf } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';
import { isStored } from './content-files.ts';
import { isThere, type LocalFile, localFiles } from './content-root.ts';
import type { Desk } from './newsroom.ts';
import { reportOf } from './published.ts';

/** A file beside what the newsroom has of it. */
export type FileStatus = {
  key: string;
  /** Of the file here and the one stored. Missing when there is none here. */
  local?: 'same' | 'differs' | 'not uploaded';
  /** Missing for what is no text. */
  state?: AddressState;
  /** When time will change the state: an ISO 8601 instant. */
  wakes?: string;
  url?: string;
  /** Whether the page that readers see is made of the newest good version. */
  page?: 'fresh' | 'on its way' | 'none';
  replies?: number;
  report?: Report;
};

/** What the whole newsroom looks like. */
export type Overview = {
  url: string;
  articles: number;
  pages: number;
  newest: { url: string; title: string; date: string }[];
  held: number;
  waiting: number;
  /** Keys of uploads about which there is something to say. */
  reports: string[];
};

const newestShown = 5;

/** Files and folders here, or keys of the newsroom, each with what became of it. */
export async function statusOf(desk: Desk, named: string[]): Promise<FileStatus[]> {
  const found: FileStatus[] = [];
  for (const name of named) {
    const files = await filesCalled(desk, name);
    if (!files) found.push(await storedStatus(desk, name));
    else for (const file of files) found.push(await fileStatus(desk, file));
  }
  return found;
}

/** In the content folder itself a name is both a path and a key: then what is here is compared. */
async function filesCalled(desk: Desk, name: string): Promise<LocalFile[] | undefined> {
  const isKey = (await desk.content.head(name)) !== undefined;
  if (isKey && !(await isThere(name))) return undefined;
  const files = await localFiles([name]);
  const stray = files.find(({ root }) => !root);
  if (!stray) return files;
  if (isKey) return undefined;
  throw new Failure(`${stray.path} lies in no content folder, so its key is not known.`, {
    advice: 'Name a file below a site.yaml, or a key such as articles/2026/11/wall.md.',
  });
}

async function fileStatus(desk: Desk, { path, key }: LocalFile): Promise<FileStatus> {
  const bytes = await readFile(path);
  const stored = await desk.content.head(key);
  const same = stored && (await isStored(desk, key, bytes));
  const local = same ? 'same' : stored ? 'differs' : 'not uploaded';
  return { local, ...(await storedStatus(desk, key)) };
}

async function storedStatus(desk: Desk, key: string): Promise<FileStatus> {
  const report = await reportOf(desk, key);
  const place = placeOf(key);
  const told = report ? { key, report } : { key };
  if (!('id' in place)) return told;
  const record = await desk.catalog.article(place.id);
  if (!record || (record.key !== undefined && record.key !== key)) {
    return { ...told, state: 'absent', page: 'none' };
  }
  const { state, wakes, card, preview } = record;
  const shown = await desk.site.head(siteKey(addressOf(place.id)));
  const fresh = shown?.meta.source === record.source ? 'fresh' : 'on its way';
  const page = preview ? `preview/${place.id}/${preview}/` : addressOf(place.id);
  const hasPage = state === 'live' || preview !== undefined;
  return {
    ...told,
    state,
    ...(wakes ? { wakes } : {}),
    ...(hasPage ? { url: `${desk.facts.siteUrl}/${page}` } : {}),
    page: state === 'live' ? fresh : 'none',
    ...(card ? { replies: card.replyCount } : {}),
  };
}

export async function overview(desk: Desk): Promise<Overview> {
  const { catalog, comments, content: bucket, facts } = desk;
  let articles = 0;
  for await (const _ of catalog.everyCard()) articles += 1;
  const newest = await catalog.latest('home', newestShown);
  const reports: string[] = [];
  for await (const key of bucket.keys(content.reports)) {
    if (key.endsWith('.json')) reports.push(key.slice(content.reports.length, -'.json'.length));
  }
  return {
    url: `${facts.siteUrl}/`,
    articles,
    pages: (await catalog.standingPages()).length,
    newest: newest.map(({ id, title, date }) => ({
      url: `${facts.siteUrl}/${addressOf(id)}`,
      title,
      date,
    })),
    held: (await comments.queue('held', Infinity)).length,
    waiting: await desk.waiting(),
    reports,
  };
}
