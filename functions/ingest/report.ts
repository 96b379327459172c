import type { Problem } from '../shared/model.ts';
import { visible, visibleJson } from './visible.ts';

/** What became of one upload. It holds no time, so that the same upload always has the same report. */
export type Report = {
  key: string;
  versionId: string;
  /**
   * `kept`: this version was refused, and an earlier one stays live. `taken`: nothing is wrong with it, but another
   * file was first at its address.
   */
  outcome: 'published' | 'draft' | 'scheduled' | 'expired' | 'refused' | 'kept' | 'taken';
  problems: Problem[];
};

const verdicts: Record<Report['outcome'], string> = {
  published: 'Published, with something to look at:',
  draft: 'A draft: nothing of it is live. There is something to look at:',
  scheduled: 'Not live yet: it waits for its date.',
  expired: 'Not live any more: its time is over.',
  refused: 'Refused: nothing of it is live. Correct this and upload it again:',
  kept: 'Refused: the earlier version stays live. Correct this and upload it again:',
  taken: 'Not live: its address is taken.',
};

/** The report for tools: indented JSON that ends with a line break. */
export function reportJson(report: Report): string {
  const { key, versionId, outcome, problems } = report;
  return `${visibleJson({ key, versionId, outcome, problems })}\n`;
}

/** The report for people: each problem on a line `file:line:column`, which editors turn into a link. */
export function reportText(report: Report): string {
  const key = visible(report.key);
  const problems = report.problems.flatMap((problem) => [
    '',
    `${key}:${problem.line}:${problem.column} ${problem.severity} ${problem.code}`,
    `  ${problem.message}`,
    `  ${problem.advice}`,
  ]);
  const heading = `${key} (version ${report.versionId})`;
  return [heading, verdicts[report.outcome], ...problems, ''].join('\n');
}
