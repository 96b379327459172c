import { DeleteObjectsCommand } from '@aws-sdk/client-s3';
import { DeleteCommand, type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Newsroom } from '../../cli/newsroom/newsroom.ts';

/** Loses every object of the site, as somebody who empties the bucket does. */
export async function eraseSite({ site, storage, facts }: Newsroom): Promise<void> {
  const keys: string[] = [];
  for await (const key of site.keys('')) keys.push(key);
  for (let start = 0; start < keys.length; start += 1000) {
    const Objects = keys.slice(start, start + 1000).map((Key) => ({ Key }));
    const all = { Bucket: facts.siteBucket, Delete: { Objects } };
    await storage.send(new DeleteObjectsCommand(all));
  }
}

/** Loses every item of the catalog. */
export async function eraseCatalog(
  { facts: { catalogTable } }: Newsroom,
  database: DynamoDBDocumentClient,
): Promise<void> {
  const pages = paginateScan({ client: database }, { TableName: catalogTable });
  for await (const { Items = [] } of pages) {
    const erased = Items.map(({ pk, sk }) =>
      database.send(new DeleteCommand({ TableName: catalogTable, Key: { pk, sk } })),
    );
    await Promise.all(erased);
  }
}
