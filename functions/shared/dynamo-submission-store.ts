import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { commentKeys } from './comments-layout.ts';
import type { Reply } from './model.ts';
import { repeatsUntil } from './repeats.ts';
import { rowOf } from './reply-row.ts';
import { seconds } from './seconds.ts';

/** The reply and the mark that it was seen are written together or not at all: a crash leaves neither alone. */
export function submission(table: string, reply: Reply, fingerprint: string, now: Date) {
  const mark = {
    ...commentKeys.seen(fingerprint),
    article: reply.article,
    id: reply.id,
    expires: seconds(repeatsUntil(now)),
  };
  return new TransactWriteCommand({
    TransactItems: [
      {
        Put: {
          TableName: table,
          Item: mark,
          ConditionExpression: 'attribute_not_exists(pk) or expires <= :now',
          ExpressionAttributeValues: { ':now': seconds(now) },
        },
      },
      {
        Put: {
          TableName: table,
          Item: rowOf(reply),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ],
  });
}

/** False when the fingerprint was seen already or is being stored at this moment. @throws on all else */
export async function stores(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const [mark, reply] = (error.CancellationReasons ?? []).map((reason) => reason.Code);
    if (mark === 'ConditionalCheckFailed') return false;
    if (mark === 'TransactionConflict' || reply === 'TransactionConflict') return false;
    throw error;
  }
}
