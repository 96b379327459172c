import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import * as v from 'valibot';
import type { Comments } from '../../functions/shared/comments.ts';
import type { Reply } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';

/** What pages show of a reply. Whatever else a line holds, an e-mail above all, is not read. */
const line = v.object({
  article: v.string(),
  id: v.string(),
  parent: v.optional(v.string()),
  name: v.string(),
  website: v.optional(v.string()),
  text: v.string(),
  created: v.string(),
  state: v.picklist(['held', 'approved', 'rejected', 'spam', 'trash']),
});

/** Approved replies by article, oldest first. */
export type RepliesByArticle = Map<string, Reply[]>;

/**
 * Takes a replies export apart: one reply a line, as JSON.
 *
 * @param path where it lies, for messages
 * @throws Failure naming the line that is none
 */
export function parseReplies(path: string, exported: string): RepliesByArticle {
  const replies: RepliesByArticle = new Map();
  for (const [index, text] of exported.split('\n').entries()) {
    if (text.trim() === '') continue;
    const reply = replyIn(text);
    if (!reply) {
      throw new Failure(`${path}:${index + 1} is no reply.`, {
        advice: 'Each line is one reply in JSON, as an export of the replies has them.',
      });
    }
    if (reply.state !== 'approved') continue;
    const beside = replies.get(reply.article) ?? [];
    replies.set(reply.article, beside);
    beside.push(reply);
  }
  for (const each of replies.values()) each.sort((a, b) => (a.id < b.id ? -1 : 1));
  return replies;
}

/** @throws Failure when there is no such file */
export function readExport(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const advice = 'Check the path; it counts from the folder you are in.';
    throw new Failure(`The replies ${path} cannot be read.`, { advice, cause });
  }
}

function replyIn(text: string): Reply | undefined {
  try {
    const { output, success } = v.safeParse(line, JSON.parse(text));
    return success ? ({ ...output, reasons: [], decisions: [] } as Reply) : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** Exported replies as the steps ask for them. Nobody writes a new one here, and nobody decides on one. */
export function exportedReplies(replies: RepliesByArticle): Comments {
  const readOnly = async (): Promise<never> => {
    throw new Error('An export of replies cannot be changed');
  };
  return {
    approved: async (article) => replies.get(article) ?? [],
    countApproved: async (article) => replies.get(article)?.length ?? 0,
    find: async (article, id) => replies.get(article)?.find((reply) => reply.id === id),
    queue: async () => [],
    byWriter: async () => [],
    every: () => Readable.from([...replies.values()].flat()),
    submit: readOnly,
    decide: readOnly,
    add: readOnly,
    replace: readOnly,
  };
}
