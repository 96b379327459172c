import { randomUUID } from 'node:crypto';
import { eventually, newsroom, pageWith } from './platform.ts';

/** What a test wants of an article; the rest is filled in. */
export type Wish = {
  title?: string;
  author?: string;
  section?: string;
  tags?: string[];
  /** @default a second ago */
  date?: string;
  /** More lines of front matter, each with its end of line. */
  lines?: string;
  body?: string;
};

/** A name that no other test uses, so that no test sees the articles of another one. */
export function freshName(): string {
  return `t${randomUUID().slice(0, 8)}`;
}

/** An address of an article for one test alone. */
export function freshId(): string {
  return `2026/11/${freshName()}`;
}

/** JSON text is YAML text, whatever is in it. */
export function markdown({ title = 'A title', lines, body, ...wish }: Wish): string {
  const { author, section, tags, date = justNow() } = wish;
  const front = Object.entries({ title, author, section, tags, date })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${front.join('')}${lines ?? ''}---\n\n${body ?? 'The text.'}\n`;
}

/** Never in the future, and newer than what earlier tests wrote, so that the article is on all newest pages. */
function justNow(): string {
  return new Date(Date.now() - 1000).toISOString();
}

/** @param key of the content bucket. @returns the version that was stored */
export function put(key: string, body: string | Uint8Array): Promise<string> {
  const type = key.endsWith('.png') ? 'image/png' : 'text/markdown; charset=utf-8';
  return newsroom.put(key, { body, contentType: type });
}

export function articleKey(id: string): string {
  return `articles/${id}.md`;
}

/** Uploads an article and waits until readers get it. @returns its page */
export async function publish(id: string, wish: Wish): Promise<string> {
  const title = wish.title ?? `Article ${id.slice(-8)}`;
  await put(articleKey(id), markdown({ ...wish, title }));
  return pageWith(`/${id}/`, title);
}

/** The two reports on an upload, once they are about this version of it. */
export function reportsOn(key: string, version: string): Promise<{ json: Report; text: string }> {
  return eventually(`the reports on ${key}`, async () => {
    const [json, text] = await Promise.all(
      ['json', 'txt'].map((end) => newsroom.content.get(`reports/${key}.${end}`)),
    );
    if (!json || !text) return undefined;
    const words = Buffer.from(text.body).toString('utf8');
    const report = JSON.parse(Buffer.from(json.body).toString('utf8')) as Report;
    if (report.versionId !== version || !words.includes(version)) return undefined;
    return { json: report, text: words };
  });
}

/** What an author's tools read in a report. */
type Report = {
  key: string;
  versionId: string;
  outcome: string;
  problems: { code: string; line: number; column: number; message: string; advice: string }[];
};

/** Waits until there is nothing to say about an upload any more. */
export async function untilCleared(key: string): Promise<void> {
  await eventually(`no report on ${key}`, async () => {
    const heads = await Promise.all(
      ['json', 'txt'].map((end) => newsroom.content.head(`reports/${key}.${end}`)),
    );
    return heads.some(Boolean) ? undefined : true;
  });
}

/** One transparent pixel. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
