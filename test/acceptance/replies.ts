import type { Reply, ReplyState } from '../../functions/shared/model.ts';
import { eventually, newsroom, read } from './platform.ts';

/** What the form sends when a reader fills in only what must be filled in. */
export function fields(article: string, more: Record<string, string> = {}): Record<string, string> {
  const empty = { email: '', website: '', leave_empty: '' };
  return { article, reply: 'Well said.', name: 'Ada', ...empty, ...more };
}

/** Sends the form as a browser does. */
export function send(article: string, more: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(fields(article, more));
  return read('/api/replies', { method: 'POST', body });
}

export function sendJson(value: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return read('/api/replies', { method: 'POST', headers, body: JSON.stringify(value) });
}

/** The replies to an article that wait for a moderator, once there are so many. */
export function held(article: string, count = 1): Promise<Reply[]> {
  return eventually(`${count} held replies to ${article}`, async () => {
    const found = await heldNow(article);
    return found.length === count ? found : undefined;
  });
}

export async function heldNow(article: string): Promise<Reply[]> {
  const queue = await newsroom.comments.queue('held', 1000);
  return queue.filter((reply) => reply.article === article);
}

/** Decides as a moderator, without the detour of a process of its own. */
export async function decide(reply: Reply, from: ReplyState, to: ReplyState): Promise<void> {
  const decision = { from, to, who: 'a test', at: new Date().toISOString() };
  await newsroom.comments.decide(reply.article, reply.id, decision);
}
