import { createHash } from 'node:crypto';
import type { PurgeMessage } from '../shared/messages.ts';

/** A message of the purge queue as it came: SQS's id for it and its body. */
export type Received = { messageId: string; body: string };

/** One request to CloudFront, and the messages that are no use to it. */
export type Invalidation = {
  paths: string[];
  /** CloudFront takes two requests with the same reference and paths for one, so a retry costs nothing. */
  reference: string;
  /** Ids of messages that name no paths: they go back and end as dead letters. */
  refused: string[];
};

/** Makes one invalidation of a whole batch: CloudFront charges by path and lets only some run at a time. */
export function invalidationOf(messages: Received[]): Invalidation {
  const paths = new Set<string>();
  const taken: string[] = [];
  const refused: string[] = [];
  for (const { messageId, body } of messages) {
    const message = purgeMessageOf(body);
    if (!message) {
      refused.push(messageId);
      continue;
    }
    taken.push(messageId);
    for (const path of message.paths) paths.add(path);
  }
  const reference = createHash('sha256').update(taken.sort().join(' ')).digest('hex');
  return { paths: [...paths].sort(), reference, refused };
}

function purgeMessageOf(body: string): PurgeMessage | undefined {
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof message !== 'object' || message === null || !('paths' in message)) return undefined;
  const { paths } = message;
  return Array.isArray(paths) && paths.every(isPath) ? { paths } : undefined;
}

/** A stray `*` would empty the whole cache. */
function isPath(path: unknown): path is string {
  return typeof path === 'string' && path.startsWith('/') && !path.includes('*');
}
