import { expect, it } from 'vitest';
import { changeOf } from '../../../functions/route/changes.ts';
import { commentKeys } from '../../../functions/shared/comments-layout.ts';
import { catalogKeys } from '../../../functions/shared/layout.ts';
import { record, reply } from './records.ts';

const article = record();

it('reads an article out of the catalog’s stream', () => {
  const keys = catalogKeys.article(article.id);
  const after = { ...keys, record: article, revision: 1 };
  expect(changeOf({ keys, after })).toEqual({ kind: 'article', after: article });
});

it('reads a decision out of the stream of replies, without what only the table needs', () => {
  const before = reply('held');
  const after = reply('approved');
  const keys = commentKeys.reply(before.article, before.id);
  const change = {
    keys,
    before: { ...keys, ...before, queue: 'held' },
    after: { ...keys, ...after, approved: after.id },
  };
  expect(changeOf(change)).toEqual({ kind: 'reply', before, after });
});

it.each([
  ['image', catalogKeys.image('images/wall.png')],
  ['settings', catalogKeys.settings()],
])('tells a record of kind %s by its keys', (kind, keys) => {
  expect(changeOf({ keys, after: { ...keys, record: {} } })?.kind).toBe(kind);
});

it.each([
  ['an entry of a list', catalogKeys.entry('home', '2026-11-03T09:30:00', 'a')],
  ['the use of an image', catalogKeys.use('images/wall.png', 'a')],
  ['the mark of a submission', commentKeys.seen('f')],
])('does not hear of %s', (_, keys) => {
  expect(changeOf({ keys, after: keys })).toBeUndefined();
});
