import { limits } from '../shared/layout.ts';
import type { Incoming } from './incoming.ts';
import { ReplyError } from './reply-error.ts';

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

/** Values by the names the client gave them. What they are is not known yet. */
export type Body = Map<string, unknown>;

/**
 * Size, content type, decoding, in this order.
 *
 * @throws ReplyError too-large, wrong-content-type, bad-encoding, bad-json
 */
export function readBody(incoming: Incoming): Body {
  if (sizeOf(incoming) > limits.replyBodyBytes) {
    throw new ReplyError(
      'too-large',
      `This is more than a reply may hold (${limits.replyBodyBytes / 1024} KiB). Shorten it and send it again.`,
    );
  }
  if (incoming.contentType === form) return readForm(utf8(incoming));
  if (incoming.contentType === json) return readJson(utf8(incoming));
  throw new ReplyError('wrong-content-type', wrongType(incoming.contentType));
}

/**
 * Bytes, those of a form counted after decoding: there a Chinese letter takes nine, so that the limit would
 * otherwise be reached long before ten thousand characters.
 */
function sizeOf({ body, contentType }: Incoming): number {
  const escapes =
    contentType === form ? body.reduce((count, byte) => count + +(byte === 37), 0) : 0;
  return body.byteLength - 2 * escapes;
}

function wrongType(contentType: string): string {
  if (contentType === 'multipart/form-data') {
    return `The form was sent as multipart/form-data. Leave out enctype, so that it is sent as ${form}.`;
  }
  const sent = contentType ? `as ${contentType.slice(0, 100)}` : 'without a content type';
  return `The reply was sent ${sent}. Send it as ${form} or as ${json}.`;
}

function utf8({ body }: Incoming): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw badEncoding(cause);
  }
}

function readForm(text: string): Body {
  try {
    // URLSearchParams puts a replacement character for each broken byte; this refuses them.
    decodeURIComponent(text);
  } catch (cause) {
    throw badEncoding(cause);
  }
  return new Map(new URLSearchParams(text));
}

function readJson(text: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ReplyError('bad-json', `The body is not JSON: ${reason(cause)}.`, [], cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message =
      'The body must be a JSON object like {"article": "…", "reply": "…", "name": "…"}.';
    throw new ReplyError('bad-json', message);
  }
  const body: Body = new Map(Object.entries(value));
  // JSON can name half a character ("\ud800"), which no encoding can store.
  if ([...body.values()].some((one) => typeof one === 'string' && !one.isWellFormed())) {
    throw badEncoding();
  }
  return body;
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function badEncoding(cause?: unknown): ReplyError {
  const message = 'Some characters arrived broken. Send the reply again, encoded as UTF-8.';
  return new ReplyError('bad-encoding', message, [], cause);
}
