import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import type { Card } from './model.ts';

type Question = Omit<QueryCommandInput, 'TableName'>;
type Item = Record<string, unknown>;

export type Query = (question: Question) => AsyncIterable<Item>;

/** Asks for page after page. All reads are consistent: a step must see what the step before it wrote. */
export function dynamoQuery(client: DynamoDBDocumentClient, table: string): Query {
  return async function* query(question) {
    let from: Item | undefined;
    do {
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          ...question,
          ...(from ? { ExclusiveStartKey: from } : {}),
        }),
      );
      yield* page.Items ?? [];
      from = page.LastEvaluatedKey;
    } while (from);
  };
}

/** All of a partition. */
export function all(pk: string) {
  return { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
}

/** Those for which the condition on the sort key holds. @param condition names `place` as `:place` */
export function some(pk: string, condition: string, place: string) {
  return {
    KeyConditionExpression: `pk = :pk and ${condition}`,
    ExpressionAttributeValues: { ':pk': pk, ':place': place },
  };
}

/** The cards of the entries that are found, at most `limit`. */
export async function cardsOf(query: Query, question: Question, limit = Infinity): Promise<Card[]> {
  const found: Card[] = [];
  if (limit === 0) return found;
  const few = limit === Infinity ? {} : { Limit: limit };
  for await (const item of query({ ...question, ...few })) {
    if (found.push(item.card as Card) >= limit) break;
  }
  return found;
}
