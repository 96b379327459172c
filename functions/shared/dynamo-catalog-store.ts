import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Catalog } from './catalog.ts';
import { defaultSettings } from './default-settings.ts';
import { entryWrites, holds, movedWrites, unchangedSince } from './dynamo-writes-store.ts';
import { entriesOf } from './entries.ts';
import { catalogKeys } from './layout.ts';
import type { ArticleRecord, Card, ImageRecord, SettingsRecord } from './model.ts';

/** The catalog in DynamoDB. All reads are consistent: a step must see what the step before it wrote. */
export function dynamoCatalog(client: DynamoDBDocumentClient, table: string): Catalog {
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

  async function* query(input: Omit<QueryCommandInput, 'TableName'>) {
    let from: Record<string, unknown> | undefined;
    do {
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          ...input,
          ...(from ? { ExclusiveStartKey: from } : {}),
        }),
      );
      yield* page.Items ?? [];
      from = page.LastEvaluatedKey;
    } while (from);
  }

  async function cards(input: Omit<QueryCommandInput, 'TableName'>, limit = Infinity) {
    const found: Card[] = [];
    if (limit === 0) return found;
    for await (const item of query(input)) {
      if (found.push(item.card as Card) >= limit) break;
    }
    return found;
  }

  async function nextMonth(list: string, bound: string, forward: boolean) {
    const sign = forward ? '>' : '<';
    const [card] = await cards(
      {
        KeyConditionExpression: `pk = :pk and sk ${sign} :bound`,
        ExpressionAttributeValues: { ':pk': listKey(list), ':bound': bound },
        ScanIndexForward: forward,
        Limit: 1,
      },
      1,
    );
    return card?.date.slice(0, 7);
  }

  return {
    async settings() {
      const record = await read<SettingsRecord>(catalogKeys.settings());
      return record ?? { revision: 0, settings: defaultSettings };
    },

    saveSettings: (record) => save(catalogKeys.settings(), record),

    article: (id) => read<ArticleRecord>(catalogKeys.article(id)),

    async saveArticle(record, previous) {
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
      ];
      return holds(client.send(new TransactWriteCommand({ TransactItems: items })));
    },

    latest: (list, limit) =>
      cards(
        {
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': listKey(list) },
          ScanIndexForward: false,
          Limit: limit,
        },
        limit,
      ),

    olderThan: (list, place, limit) =>
      cards(
        {
          KeyConditionExpression: 'pk = :pk and sk < :place',
          ExpressionAttributeValues: { ':pk': listKey(list), ':place': place },
          ScanIndexForward: false,
          Limit: limit,
        },
        limit,
      ),

    newerThan: (list, place, limit) =>
      cards(
        {
          KeyConditionExpression: 'pk = :pk and sk > :place',
          ExpressionAttributeValues: { ':pk': listKey(list), ':place': place },
          Limit: limit,
        },
        limit,
      ),

    month: (list, month) =>
      cards({
        KeyConditionExpression: 'pk = :pk and begins_with(sk, :month)',
        ExpressionAttributeValues: { ':pk': listKey(list), ':month': month },
        ScanIndexForward: false,
      }),

    async neighbours(list, month) {
      // Entries of the month itself lie between `2026-11` and `2026-11~`.
      const [older, newer] = await Promise.all([
        nextMonth(list, month, false),
        nextMonth(list, `${month}~`, true),
      ]);
      return { ...(older ? { older } : {}), ...(newer ? { newer } : {}) };
    },

    async months(list) {
      const months: string[] = [];
      let next = await nextMonth(list, '~', false);
      while (next) {
        months.push(next);
        next = await nextMonth(list, next, false);
      }
      return months;
    },

    async lists() {
      const found: string[] = [];
      const { pk } = catalogKeys.list('');
      const input = {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      };
      for await (const item of query(input)) found.push(String(item.sk));
      return found;
    },

    async standingPages() {
      const found = await cards({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': listKey('pages') },
      });
      return found.map((card) => card.id);
    },

    async *everyCard(after) {
      const input = {
        // No key is empty, and none may be compared with an empty one.
        KeyConditionExpression: after ? 'pk = :pk and sk > :after' : 'pk = :pk',
        ExpressionAttributeValues: {
          ':pk': listKey('home'),
          ...(after ? { ':after': after } : {}),
        },
      };
      for await (const item of query(input)) yield item.card as Card;
    },

    async *moved(after) {
      const { pk } = catalogKeys.moved('');
      const input = {
        KeyConditionExpression: after ? 'pk = :pk and sk > :after' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(after ? { ':after': after } : {}) },
      };
      for await (const item of query(input)) yield String(item.sk);
    },

    image: (key) => read<ImageRecord>(catalogKeys.image(key)),

    saveImage: (record) => save(catalogKeys.image(record.key), record),

    async noteUse(subject, id) {
      const use = { TableName: table, Item: catalogKeys.use(subject, id) };
      await client.send(new PutCommand(use));
    },

    async usersOf(subject) {
      const users: string[] = [];
      const prefix = catalogKeys.use(subject, '');
      const input = {
        KeyConditionExpression: 'pk = :pk and begins_with(sk, :use)',
        ExpressionAttributeValues: { ':pk': prefix.pk, ':use': prefix.sk },
      };
      for await (const item of query(input)) users.push(String(item.sk).slice(prefix.sk.length));
      return users;
    },
  };
}

function listKey(list: string): string {
  return catalogKeys.entry(list, '', '').pk;
}
