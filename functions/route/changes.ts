import { replyOf } from '../shared/reply-row.ts';
import type { Change } from './route.ts';

/** A record of a DynamoDB stream with its images as plain values. */
export type StreamImages = {
  keys: Record<string, unknown>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Tells by its keys what a stream record is about; undefined for what no page shows. */
export function changeOf({ keys, before, after }: StreamImages): Change | undefined {
  const pk = String(keys.pk);
  const sk = String(keys.sk);
  if (sk.startsWith('REPLY#')) {
    return pair<Change>('reply', before && replyOf(before), after && replyOf(after));
  }
  if (sk !== 'RECORD') return undefined;
  if (pk.startsWith('ARTICLE#')) return pair('article', before?.record, after?.record);
  if (pk.startsWith('IMAGE#')) return pair('image', before?.record, after?.record);
  if (pk === 'SETTINGS') return pair('settings', before?.record, after?.record);
  return undefined;
}

function pair<T extends Change>(kind: T['kind'], before: unknown, after: unknown): T {
  return { kind, ...(before ? { before } : {}), ...(after ? { after } : {}) } as T;
}
