import { ListObjectsV2Command, type ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { untilQuiet } from '../../cli/newsroom/queues.ts';
import { freshName, put } from './articles.ts';
import { newsroom, pageWith } from './platform.ts';

/** Each object of the site bucket with its ETag and the time it was written. */
export async function siteObjects(): Promise<Map<string, string>> {
  const objects = new Map<string, string>();
  let token: string | undefined;
  do {
    const page: ListObjectsV2CommandOutput = await newsroom.storage.send(
      new ListObjectsV2Command({
        Bucket: newsroom.facts.siteBucket,
        ContinuationToken: token,
      }),
    );
    for (const { Key, ETag, LastModified } of page.Contents ?? []) {
      objects.set(Key ?? '', `${ETag} ${LastModified?.toISOString()}`);
    }
    token = page.NextContinuationToken;
  } while (token);
  return objects;
}

/**
 * Waits until all that was uploaded before has had its effect. Nobody can count what is in a stream, so a page that
 * touches nothing but itself goes the same way: when it is there and the queues are empty, the others are through.
 *
 * @returns the site's objects without that page
 */
export async function settledObjects(): Promise<Map<string, string>> {
  const name = freshName();
  await put(`pages/${name}.md`, `---\ntitle: Through ${name}\n---\n\nText.\n`);
  await pageWith(`/${name}/`, `Through ${name}`);
  await untilQuiet(newsroom, undefined, { every: 100 });
  const objects = await siteObjects();
  objects.delete(`${name}/index.html`);
  return objects;
}
