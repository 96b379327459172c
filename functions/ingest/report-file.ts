import { reportKeys } from '../shared/layout.ts';
import type { Problem } from '../shared/model.ts';
import type { Objects } from '../shared/objects.ts';
import { reserve } from '../shared/settle.ts';
import { type Report, reportJson, reportText } from './report.ts';

/** Takes the tokens of a file's two reports before its state is read; the answer writes them. */
export async function reserveReport(content: Objects, key: string) {
  const keys = reportKeys(key);
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
  problems: Problem[],
  live: boolean,
): Report | undefined {
  if (versionId === undefined || problems.length === 0) return undefined;
  const refused = problems.some((problem) => problem.severity === 'error');
  const outcome = !refused ? 'published' : live ? 'kept' : 'refused';
  return { key, versionId, outcome, problems };
}

function file(body: string, contentType: string) {
  return { body, contentType, cacheControl: 'no-cache' };
}
