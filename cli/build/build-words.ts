import type { Report } from '../../functions/ingest/report.ts';
import type { Problem } from '../../functions/shared/model.ts';
import { count, problemText } from '../newsroom/problem-words.ts';
import type { Built } from './build-site.ts';

/** `14,223 files of 10,001, 3 written, 1 removed`. */
export function buildWords({ files, pages, written, removed }: Built): string {
  const gone = removed > 0 ? `, ${count(removed, 'file')} removed` : '';
  return `${count(files, 'file')} read, ${pages} make the site: ${written} written${gone}`;
}

/** A site in a folder has no previews: whoever finds the folder could read them. */
function withoutPreview(problem: Problem): Problem {
  const isHidden = problem.code === 'draft' || problem.code === 'scheduled';
  return isHidden
    ? { ...problem, advice: 'It is no part of this site; galley preview shows it.' }
    : problem;
}

/** Outcomes of files of which nothing, or not this version, is live. */
const refusals: Report['outcome'][] = ['refused', 'kept', 'taken'];

/** What to tell of files, as `galley check` does, and whether any of them is not a part of the site. */
export function problemsIn(
  reports: Report[],
  folder: string,
): { problems: string; refused: boolean } {
  const told = reports.map(({ key, problems }) =>
    problemText({ path: `${folder}/${key}`, problems: problems.map(withoutPreview) }),
  );
  return {
    problems: told.join('\n'),
    refused: reports.some(({ outcome }) => refusals.includes(outcome)),
  };
}
