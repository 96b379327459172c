import { setTimeout as pause } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateScan,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Comments } from './comments.ts';
import { approvedIndex, commentKeys, queueIndex, writerIndex } from './comments-layout.ts';
import { stores, submission } from './dynamo-submission-store.ts';
import { holds } from './dynamo-writes-store.ts';
import type { Reply } from './model.ts';
import { decide, replyOf, rowOf } from './reply-row.ts';
import { seconds } from './seconds.ts';

/** How often two equal submissions may run into each other before the sender has to try again. */
const attempts = 6;

/**
 * Replies in DynamoDB. What pages are made of is read consistently, from the index of approved replies: anybody can
 * send replies, so reading an article must not take longer for those that no reader will see. The moderation queue
 * is a global index and lags.
 */
export function dynamoComments(
  client: DynamoDBDocumentClient,
  table: string,
  clock: () => Date,
): Comments {
  async function read(key: { pk: string; sk: string }) {
    const get = new GetCommand({ TableName: table, Key: key, ConsistentRead: true });
    return (await client.send(get)).Item;
  }

  async function* pages(input: Omit<QueryCommandInput, 'TableName'>) {
    let from: Record<string, unknown> | undefined;
    do {
      const start = from ? { ExclusiveStartKey: from } : {};
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({ TableName: table, ...input, ...start }),
      );
      yield page;
      from = page.LastEvaluatedKey;
    } while (from);
  }

  async function find(article: string, id: string): Promise<Reply | undefined> {
    const found = await read(commentKeys.reply(article, id));
    return found && replyOf(found);
  }

  /** The reply that this fingerprint stands for, if it came in within the last day. */
  async function earlier(fingerprint: string): Promise<Reply | undefined> {
    const seen = await read(commentKeys.seen(fingerprint));
    // Expired rows stay for up to two days, until DynamoDB gets round to deleting them.
    return seen && seen.expires > seconds(clock()) ? find(seen.article, seen.id) : undefined;
  }

  /** Oldest first: both indexes sort by the key of the reply, which for a queue of several articles is its id. */
  async function indexed(index: string, value: string, limit = Infinity): Promise<Reply[]> {
    const found: Reply[] = [];
    if (limit <= 0) return found;
    const input = {
      IndexName: index,
      KeyConditionExpression: '#index = :value',
      ExpressionAttributeNames: { '#index': index },
      ExpressionAttributeValues: { ':value': value },
      ...(Number.isFinite(limit) ? { Limit: limit } : {}),
    };
    for await (const page of pages(input)) {
      found.push(...(page.Items ?? []).map(replyOf));
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  }

  return {
    find,

    async approved(article) {
      const found: Reply[] = [];
      for await (const page of pages(approvedOf(article))) {
        found.push(...(page.Items ?? []).map(replyOf));
      }
      return found;
    },

    async countApproved(article) {
      let count = 0;
      const kept = { FilterExpression: 'attribute_not_exists(removed)', Select: 'COUNT' } as const;
      for await (const page of pages({ ...approvedOf(article), ...kept })) {
        count += page.Count ?? 0;
      }
      return count;
    },

    async submit(reply, fingerprint) {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        if (await stores(client.send(submission(table, reply, fingerprint, clock())))) {
          return { reply, repeated: false };
        }
        const before = await earlier(fingerprint);
        if (before) return { reply: before, repeated: true };
        await pause(25 * attempt);
      }
      throw new Error(`The same reply to ${reply.article} was under way ${attempts} times`);
    },

    async decide(article, id, decision) {
      const update = new UpdateCommand({
        TableName: table,
        Key: commentKeys.reply(article, id),
        ...decide(id, decision),
        ReturnValues: 'ALL_NEW',
      });
      try {
        const { Attributes } = await client.send(update);
        return Attributes && replyOf(Attributes);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    async add(reply) {
      const put = new PutCommand({
        TableName: table,
        Item: rowOf(reply),
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      return holds(client.send(put));
    },

    async replace(reply) {
      const after = { ...reply, revision: (reply.revision ?? 0) + 1 };
      const put = new PutCommand({ TableName: table, Item: rowOf(after), ...ifStill(reply) });
      return (await holds(client.send(put))) ? after : undefined;
    },

    queue: (state, limit) => indexed(queueIndex, state, limit),
    byWriter: (writer, limit) => indexed(writerIndex, writer, limit),

    async *every() {
      const scan = {
        TableName: table,
        FilterExpression: 'begins_with(sk, :reply)',
        ExpressionAttributeValues: { ':reply': commentKeys.reply('', '').sk },
      };
      for await (const { Items = [] } of paginateScan({ client }, scan)) {
        yield* Items.map(replyOf);
      }
    },
  };
}

function ifStill({ revision }: Reply) {
  if (revision === undefined) {
    return { ConditionExpression: 'attribute_exists(pk) and attribute_not_exists(revision)' };
  }
  return {
    ConditionExpression: 'revision = :read',
    ExpressionAttributeValues: { ':read': revision },
  };
}

function approvedOf(article: string) {
  return {
    IndexName: approvedIndex,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': commentKeys.reply(article, '').pk },
  };
}
