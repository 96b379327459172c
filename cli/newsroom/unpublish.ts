import { relative, resolve } from 'node:path';
import { placeOf } from '../../functions/ingest/places.ts';
import { reportKeysOf } from '../../functions/ingest/report-file.ts';
import { content, siteKey } from '../../functions/shared/layout.ts';
import { addressOf } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';
import { keyIn } from './content-files.ts';
import { contentRoot } from './content-root.ts';
import type { Desk } from './newsroom.ts';
import { untilQuiet } from './queues.ts';
import { until } from './until.ts';

/** What was taken down. `url` is the address that is gone; missing for an image or a refused file. */
export type Unpublished = { key: string; url?: string };

/**
 * The key in the content bucket that is meant: a key, a file of a content folder, or the address of a page.
 *
 * @param named for example `articles/2026/11/wall.md`, `/2026/11/wall/` or `https://news.example/2026/11/wall/`
 * @throws Failure when the newsroom has nothing like that
 */
export async function keyNamed(desk: Desk, named: string): Promise<string> {
  const url = URL.parse(named);
  if (url && !(await isHere(desk, url))) {
    throw nothingCalled(named, `The pages of this newsroom are at ${desk.facts.siteUrl}.`);
  }
  const path = (url?.pathname ?? named).replace(/^\.?\//, '').replace(/\/$/, '');
  // The first folder of these names in a path: a later one may be a part of the address.
  const stem = path.replace(/^(?:.*?\/)?((?:articles|pages|images)\/)/, '$1');
  const inFolder = url ? [] : await keyOfFile(named);
  const known = [
    ...inFolder,
    path,
    stem,
    `${content.articles}${path}.md`,
    `${content.pages}${path}.md`,
  ];
  for (const key of known) if (isAuthors(key) && (await desk.content.head(key))) return key;
  throw nothingCalled(
    named,
    'Name a key such as articles/2026/11/wall.md, or the address of a page. "npx galley status" lists both.',
  );
}

function nothingCalled(named: string, advice: string): Failure {
  return new Failure(`The newsroom has nothing called ${named}.`, { advice, exitCode: 1 });
}

/** An address of the test site must not take down what the live one has at the same path. */
async function isHere({ catalog, facts }: Desk, { origin }: URL): Promise<boolean> {
  const { settings } = await catalog.settings();
  return [facts.siteUrl, settings.url].some((url) => URL.parse(url)?.origin === origin);
}

async function keyOfFile(path: string): Promise<string[]> {
  const root = await contentRoot(path);
  return root && relative(root, path) ? [keyIn(root, resolve(path))] : [];
}

/** Reports and the key of the previews are Galley's own. */
function isAuthors(key: string): boolean {
  return key.startsWith(content.images) || placeOf(key).kind !== 'ignored';
}

/**
 * Deletes a file from the content bucket and waits until its page is gone. Earlier versions stay in the bucket, so that
 * it can be brought back.
 *
 * @param deadline milliseconds
 */
export async function unpublish(desk: Desk, key: string, deadline = 60_000): Promise<Unpublished> {
  if (key === content.settings) {
    throw new Failure('site.yaml is not taken down: without it the site has no name.', {
      advice: 'Publish another one instead.',
      exitCode: 1,
    });
  }
  await desk.remove(key);
  const place = placeOf(key);
  const id = 'id' in place ? place.id : undefined;
  const gone = await until(async () => ((await isGone(desk, key, id)) ? true : undefined), {
    deadline,
    every: 100,
  });
  if (!gone) {
    throw new Failure(
      `${key} is deleted, but its page was still there after ${deadline / 1000} s.`,
      {
        advice:
          'It may still go. If not, an alarm or the dead-letter queues tell why, and "npx galley rebuild" tries all again.',
      },
    );
  }
  // What showed the authors are as many pages as the site has.
  if (key === content.authors) await untilQuiet(desk, undefined, { deadline });
  return { key, ...(id === undefined ? {} : { url: `${desk.facts.siteUrl}/${addressOf(id)}` }) };
}

/** Another file may stand at the same address from now on; then its page is not this file's any more. */
async function isGone(
  { catalog, content: bucket, site }: Desk,
  key: string,
  id: string | undefined,
): Promise<boolean> {
  if (await bucket.head(reportKeysOf(key).json)) return false;
  if (key === content.authors) return (await catalog.settings()).settings.profiles.length === 0;
  if (id === undefined) return (await catalog.image(key))?.state !== 'live';
  const record = await catalog.article(id);
  if (record?.seen[key] !== undefined || record?.key === key) return false;
  if (record?.state === 'live' || record?.state === 'moved') return true;
  return !(await site.head(siteKey(addressOf(id))));
}
