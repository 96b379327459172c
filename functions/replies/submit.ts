import { createHash } from 'node:crypto';
import type { Catalog } from '../shared/catalog.ts';
import type { Comments } from '../shared/comments.ts';
import { type ArticleRecord, type Reply, replyRuleOf } from '../shared/model.ts';
import { addressesOfReplies } from '../shared/moved-replies.ts';
import { findArticle } from './article.ts';
import { readBody } from './body.ts';
import { type Fields, fieldsOf, type ValidReply, validReply } from './fields.ts';
import type { Incoming } from './incoming.ts';
import { ReplyError } from './reply-error.ts';

/** What a submission needs of the world. */
export type SubmitParts = {
  catalog: Pick<Catalog, 'settings' | 'article'>;
  comments: Pick<Comments, 'find' | 'submit'>;
  clock: () => Date;
  newId: (at: Date) => string;
};

/**
 * The way of a reply from an untrusted request to the table. New replies are held for a moderator.
 *
 * @returns the stored reply; the earlier one, `repeated`, when the same was sent within the last day
 * @throws ReplyError, which says what is wrong; nothing was stored then
 */
export async function submit(parts: SubmitParts, incoming: Incoming) {
  const body = readBody(incoming);
  const fields = fieldsOf(body);
  const valid = validReply(fields);
  refuseTrap(fields);
  const article = await openArticle(parts, fields.article);
  await refuseUnknownParent(parts, article, fields.parent);
  const reply = newReply(parts, { article: article.id, parent: fields.parent }, valid);
  return parts.comments.submit(reply, fingerprint(reply));
}

/** Readers do not see this field. Some programs that fill in forms for them do, so the text is given back. */
function refuseTrap(fields: Fields): void {
  if (fields.leave_empty === '') return;
  throw new ReplyError(
    'trap-filled',
    'Not stored: a hidden field that must stay empty was filled in, as programs do. If you wrote this yourself, just send it again.',
  );
}

async function openArticle({ catalog }: SubmitParts, id: string): Promise<ArticleRecord> {
  const article = await findArticle(catalog, id);
  if (!article) {
    throw new ReplyError(
      'unknown-article',
      'There is no such article, or no longer. Copy what you wrote if you want to keep it.',
    );
  }
  const { settings } = await catalog.settings();
  if (replyRuleOf(article, settings) === 'open') return article;
  throw new ReplyError(
    'replies-closed',
    'This article takes no more replies. Copy what you wrote if you want to keep it.',
  );
}

/** A reply to a reply needs one that readers can see, be it from a former address of the article. */
async function refuseUnknownParent(
  { catalog, comments }: SubmitParts,
  article: ArticleRecord,
  parent: string,
): Promise<void> {
  if (parent === '') return;
  const isId = /^[0-9A-Z]{1,26}$/.test(parent);
  const addresses = isId ? await addressesOfReplies(catalog, article) : [];
  const found = await Promise.all(addresses.map((address) => comments.find(address, parent)));
  if (found.some((reply) => reply?.state === 'approved')) return;
  throw new ReplyError(
    'unknown-parent',
    'The reply that you answer is no longer there. Send yours again as a reply to the article.',
  );
}

function newReply(
  { clock, newId }: SubmitParts,
  { article, parent }: Pick<Fields, 'article' | 'parent'>,
  valid: ValidReply,
): Reply {
  const now = clock();
  return {
    article,
    id: newId(now),
    ...(parent ? { parent } : {}),
    name: valid.name,
    ...(valid.email ? { email: valid.email } : {}),
    ...(valid.website ? { website: valid.website } : {}),
    text: valid.reply,
    created: now.toISOString(),
    state: 'held',
    reasons: ['moderation'],
    decisions: [],
  };
}

/** The same for the same words, however the client writes line breaks and accents: SHA-256, hexadecimal. */
function fingerprint(reply: Reply): string {
  const { article, parent = '', name, email = '', website = '', text } = reply;
  const words = [article, parent, name, email, website, text.replaceAll('\r\n', '\n').trim()];
  const normal = words.map((word) => word.normalize('NFC'));
  return createHash('sha256').update(JSON.stringify(normal)).digest('hex');
}
