import { addressOf } from '../shared/model.ts';
import { type Answer, json, seeOther } from './answers.ts';
import type { ApiParts } from './app.ts';
import { consent } from './consent.ts';
import { type Incoming, wantsJson } from './incoming.ts';
import { submit } from './submit.ts';

export type Method = 'GET' | 'POST';

/** One thing that the API does. */
export type Route = (parts: ApiParts, incoming: Incoming) => Answer | Promise<Answer>;

/** All that the API can be asked for, by path and method. */
export const routes: Record<string, Partial<Record<Method, Route>>> = {
  '/api/replies': { POST: takeReply },
  '/api/consent': { POST: takeConsent },
};

async function takeReply(parts: ApiParts, incoming: Incoming): Promise<Answer> {
  const { reply, repeated } = await submit(parts, incoming);
  if (!wantsJson(incoming)) {
    return seeOther(`/${encoded(addressOf(reply.article))}#reply-received`);
  }
  // What a moderator has decided since is not the sender's to know: the page tells when it is approved.
  const { id, article, created } = reply;
  return json(repeated ? 200 : 201, { id, state: 'held', article, created });
}

function takeConsent(_parts: ApiParts, incoming: Incoming): Answer {
  const { cookie, location } = consent(incoming);
  return seeOther(location, [cookie]);
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
