import { isDeepStrictEqual } from 'node:util';
import { previewOf } from '../shared/entries.ts';
import type { TimersMessage } from '../shared/messages.ts';
import type { ArticleRecord } from '../shared/model.ts';

type Before = ArticleRecord | undefined;
type After = ArticleRecord | undefined;

/**
 * The preview of a draft or a scheduled article follows each change of its record. Where one is gone, no purge has to
 * be asked for: render tells the CDN of every page that is not there.
 */
export function previewPages(before: Before, after: After): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  return [...new Set([before, after].flatMap((record) => previewOf(record) ?? []))];
}

/**
 * The timer that a record no longer needs, be it over or taken back. Ingest asks for those that are to come; it can
 * die right after it saved, and then nothing tells it what was there before.
 */
export function timersGone(before: Before, after: After): TimersMessage[] {
  if (!before?.wakes || before.wakes === after?.wakes) return [];
  return [{ id: before.id, at: before.wakes }];
}
