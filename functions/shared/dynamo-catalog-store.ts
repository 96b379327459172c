import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Catalog } from './catalog.ts';
import { defaultSettings } from './default-settings.ts';
import { dynamoLists } from './dynamo-lists-store.ts';
import { all, dynamoQuery, some } from './dynamo-query-store.ts';
import {
  entryWrites,
  holds,
  movedWrites,
  previewWrites,
  unchangedSince,
} from './dynamo-writes-store.ts';
import { type Entry, entriesOf, isNamedList } from './entries.ts';
import { catalogKeys } from './layout.ts';
import type { ArticleRecord, ImageRecord, SettingsRecord } from './model.ts';

/** The catalog in DynamoDB. All reads are consistent: a step must see what the step before it wrote. */
export function dynamoCatalog(client: DynamoDBDocumentClient, table: string): Catalog {
  const query = dynamoQuery(client, table);

  async function read<T>(key: { pk: string; sk: string }): Promise<T | undefined> {
    const found = await client.send(
      new GetCommand({ TableName: table, Key: key, ConsistentRead: true }),
    );
    return found.Item?.record as T | undefined;
  }

  async function save(key: { pk: string; sk: string }, record: { revision: number }) {
    const input = { TableName: table, Item: { ...key, record, revision: record.revision } };
    return holds(client.send(new PutCommand({ ...input, ...unchangedSince(record.revision) })));
  }

  /**
   * Before the first article is in a list, so that no list with articles is ever unknown. Not in its transaction: of
   * articles that bring the same list at the same moment, all but one would have to start over.
   */
  async function noteLists(before: Entry[], after: Entry[]): Promise<void> {
    const known = new Set(before.map(({ list }) => list));
    const joined = after.filter(({ list }) => isNamedList(list) && !known.has(list));
    const puts = joined.map(({ list }) => ({ TableName: table, Item: catalogKeys.list(list) }));
    await Promise.all(puts.map((put) => client.send(new PutCommand(put))));
  }

  return {
    async settings() {
      const record = await read<SettingsRecord>(catalogKeys.settings());
      return record ?? { revision: 0, settings: defaultSettings };
    },

    saveSettings: (record) => save(catalogKeys.settings(), record),

    article: (id) => read<ArticleRecord>(catalogKeys.article(id)),

    async saveArticle(record, previous) {
      await noteLists(entriesOf(previous), entriesOf(record));
      const put = { TableName: table, Item: { ...catalogKeys.article(record.id), record } };
      const items: TransactWriteCommandInput['TransactItems'] = [
        {
          Put: {
            ...put,
            Item: { ...put.Item, revision: record.revision },
            ...unchangedSince(record.revision),
          },
        },
        ...entryWrites(table, entriesOf(previous), entriesOf(record)),
        ...movedWrites(table, previous, record),
        ...previewWrites(table, previous, record),
      ];
      return holds(client.send(new TransactWriteCommand({ TransactItems: items })));
    },

    ...dynamoLists(query),

    async *moved(after) {
      const { pk } = catalogKeys.moved('');
      const question = after ? some(pk, 'sk > :place', after) : all(pk);
      for await (const item of query(question)) yield String(item.sk);
    },

    async previews() {
      const pages: string[] = [];
      for await (const item of query(all(catalogKeys.preview('').pk))) pages.push(String(item.sk));
      return pages;
    },

    image: (key) => read<ImageRecord>(catalogKeys.image(key)),

    saveImage: (record) => save(catalogKeys.image(record.key), record),

    async noteUse(subject, id) {
      const use = { TableName: table, Item: catalogKeys.use(subject, id) };
      await client.send(new PutCommand(use));
    },

    async usersOf(subject) {
      const users: string[] = [];
      const { pk, sk } = catalogKeys.use(subject, '');
      for await (const item of query(some(pk, 'begins_with(sk, :place)', sk))) {
        users.push(String(item.sk).slice(sk.length));
      }
      return users;
    },
  };
}
