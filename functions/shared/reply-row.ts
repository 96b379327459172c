import { approvedIndex, commentKeys, queueIndex, writerIndex } from './comments-layout.ts';
import type { Decision, Reply } from './model.ts';

type Row = Record<string, unknown>;

/**
 * A reply is stored flat beside its keys, and stands in one of the two sparse indexes: what readers see, or what
 * waits for a moderator or was refused by one.
 */
export function rowOf(reply: Reply): Row {
  const { article, id, state } = reply;
  const index = state === 'approved' ? { [approvedIndex]: id } : { [queueIndex]: state };
  const writer = writerOf(reply);
  const by = writer ? { [writerIndex]: writer } : {};
  return { ...commentKeys.reply(article, id), ...reply, ...index, ...by };
}

/** Whom a reply is by, as far as anybody can tell: the e-mail address in lower case, else where it came from. */
export function writerOf({ email, from }: Pick<Reply, 'email' | 'from'>): string | undefined {
  return email?.toLowerCase() ?? from;
}

/** The reply without what belongs to the table, so that it can be compared. */
export function replyOf(row: Row): Reply {
  const { pk: _pk, sk: _sk, ...rest } = row;
  const {
    [approvedIndex]: _approved,
    [queueIndex]: _queue,
    [writerIndex]: _writer,
    ...reply
  } = rest;
  return reply as Reply;
}

/**
 * The update that a decision is, if the reply is still in the state that the moderator saw. The index goes with the
 * state in one write, so that they never disagree.
 */
export function decide(id: string, decision: Decision) {
  const { from, to } = decision;
  const approves = to === 'approved';
  const taken =
    'set #state = :to, decisions = list_append(decisions, :decision), revision = if_not_exists(revision, :none) + :one';
  return {
    ConditionExpression: '#state = :from',
    UpdateExpression: approves
      ? `${taken}, #approved = :id remove #queue`
      : `${taken}, #queue = :to remove #approved`,
    ExpressionAttributeNames: {
      '#state': 'state',
      '#approved': approvedIndex,
      '#queue': queueIndex,
    },
    ExpressionAttributeValues: {
      ':from': from,
      ':to': to,
      ':decision': [decision],
      ':none': 0,
      ':one': 1,
      ...(approves ? { ':id': id } : {}),
    },
  };
}
