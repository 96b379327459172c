import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { commentKeys } from './comments-layout.ts';
import { holds } from './dynamo-writes-store.ts';
import { seconds } from './seconds.ts';
import type { Secrets } from './secrets.ts';

/** @param random makes 32 bytes nobody can guess */
export function dynamoSecrets(
  client: DynamoDBDocumentClient,
  table: string,
  random: () => Uint8Array,
): Secrets {
  const known = new Map<string, Promise<Uint8Array>>();

  async function stored(name: string): Promise<Uint8Array | undefined> {
    const key = commentKeys.secret(name);
    const get = new GetCommand({ TableName: table, Key: key, ConsistentRead: true });
    return (await client.send(get)).Item?.secret as Uint8Array | undefined;
  }

  /** Made by the first one to need it. Of two at the same time the table takes one, and both use that. */
  async function made(name: string, expires: Date | undefined): Promise<Uint8Array> {
    const there = await stored(name);
    if (there) return there;
    const ends = expires ? { expires: seconds(expires) } : {};
    const put = new PutCommand({
      TableName: table,
      Item: { ...commentKeys.secret(name), secret: random(), ...ends },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await holds(client.send(put));
    const now = await stored(name);
    if (!now) throw new Error(`The secret ${name} was deleted while it was being made`);
    return now;
  }

  return {
    named(name, expires) {
      const before = known.get(name);
      if (before) return before;
      const asked = made(name, expires);
      known.set(name, asked);
      // What failed once is asked for again.
      asked.catch(() => known.delete(name));
      return asked;
    },
  };
}
