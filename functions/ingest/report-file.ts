import { createHash } from 'node:crypto';
import { reportKeys } from '../shared/layout.ts';
import type { Problem } from '../shared/model.ts';
import type { Objects, ObjectVersion } from '../shared/objects.ts';
import { reserve } from '../shared/settle.ts';
import { type Report, reportJson, reportText } from './report.ts';

const longestName = 990;

/** Where the reports on a file lie, for whoever writes or reads them. */
export function reportKeysOf(key: string) {
  return reportKeys(nameOf(key));
}

/** Takes the tokens of a file's two reports before its state is read; the answer writes them. */
export async function reserveReport(content: Objects, key: string) {
  const keys = reportKeysOf(key);
  const bringJson = await reserve(content, keys.json);
  const bringText = await reserve(content, keys.text);
  /** Answers whether anything was written or overtaken, so that the caller looks again. */
  return async (report: Report | undefined): Promise<boolean> => {
    const json = report && file(reportJson(report), 'application/json; charset=utf-8');
    const text = report && file(reportText(report), 'text/plain; charset=utf-8');
    const outcomes = [await bringJson(json), await bringText(text)];
    return outcomes.some((outcome) => outcome !== 'same');
  };
}

/** A report exists only while there is something to say: a corrected upload clears it. */
export function reportOn(
  key: string,
  versionId: string | undefined,
  outcome: Report['outcome'],
  problems: Problem[],
): Report | undefined {
  if (versionId === undefined || problems.length === 0) return undefined;
  return { key, versionId, outcome, problems };
}

/** What became of the newest version of a file, where the newest good one is live. */
export function fateOf(newest: ObjectVersion | undefined, good: ObjectVersion | undefined) {
  if (good && good === newest) return 'published';
  return good ? 'kept' : 'refused';
}

/** A key of S3 has at most 1,024 bytes, that of a report included. */
function nameOf(key: string): string {
  const bytes = Buffer.from(key);
  if (bytes.length <= longestName) return key;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return `${bytes.subarray(0, longestName - hash.length).toString()}…${hash}`;
}

function file(body: string, contentType: string) {
  return { body, contentType, cacheControl: 'no-cache' };
}
