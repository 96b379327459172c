import { createHmac, timingSafeEqual } from 'node:crypto';
import { seconds } from './seconds.ts';

/** What a link or a form carries of its own: nothing secret, anybody can read it. Nobody can change it. */
export type Claims = Record<string, string>;

/** What a token says, or why it says nothing. `expired` still says what it said, for a kind word. */
export type Opened = { claims: Claims } | { expired: Claims } | undefined;

/**
 * Seals claims into a token that fits into an address.
 *
 * @param purpose what it may be used for: a token for one thing is worth nothing for another
 * @param until when it ends; in tokens without, never
 */
export function seal(key: Uint8Array, purpose: string, claims: Claims, until?: Date): string {
  const ends = until ? seconds(until) : undefined;
  const body = Buffer.from(JSON.stringify([claims, ends])).toString('base64url');
  return `${body}.${markOf(key, purpose, body)}`;
}

/** @returns undefined for whatever this key did not seal for this purpose */
export function open(key: Uint8Array, purpose: string, token: string, now: Date): Opened {
  const [body = '', mark = '', ...rest] = token.split('.');
  const expected = Buffer.from(markOf(key, purpose, body));
  const given = Buffer.from(mark);
  if (rest.length > 0 || expected.length !== given.length) return undefined;
  if (!timingSafeEqual(expected, given)) return undefined;
  const [claims, ends] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [Claims, number?];
  const isOver = typeof ends === 'number' && ends * 1000 <= now.getTime();
  return isOver ? { expired: claims } : { claims };
}

/** SHA-256, all of it: 43 characters. */
function markOf(key: Uint8Array, purpose: string, body: string): string {
  return createHmac('sha256', key).update(`${purpose}\n${body}`).digest('base64url');
}
