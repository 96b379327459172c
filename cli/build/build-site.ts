import { join } from 'node:path';
import type { Report } from '../../functions/ingest/report.ts';
import { buildAll } from './build-all.ts';
import { buildChanged } from './build-changed.ts';
import { type BuildOptions, openDesk } from './desk.ts';
import { inStaging, openSiteFolder } from './site-folder.ts';
import { readState, type State, writeState } from './state.ts';

/** What came of a build. */
export type Built = {
  /** Content files that were there. */
  files: number;
  /** Files of the site: all that there are, those that were written because they differ, those that went. */
  pages: number;
  written: number;
  removed: number;
  /** On every file with something to say about it. */
  reports: Report[];
};

/** A build as it ended, with what the next one wants to know. */
export type Finished = { built: Built; state: Omit<State, 'build'>; keys: Set<string> };

/**
 * Builds a site from a content folder into another one, with the steps of the stack. What the last build left is used:
 * only pages that may differ are rendered. Without it, or when nearly all may differ, all of them are.
 */
export async function buildSite(options: BuildOptions): Promise<Built> {
  const site = openSiteFolder(options.out);
  const statePath = join(options.cache, 'state');
  const desk = openDesk(options);
  const state = site.build ? readState(statePath, desk.made) : undefined;
  if (state && state.build === site.build) {
    const finished = await buildChanged(desk, site, state);
    if (finished) return keep(statePath, finished, state.build);
  }
  // Whatever it was that could not be used again, the steps begin anew.
  const fresh = state ? openDesk(options) : desk;
  if (site.build) {
    const { build, ...finished } = await buildAll(fresh, site);
    return keep(statePath, finished, build);
  }
  const { build, ...finished } = await inStaging(site.path, (staging) =>
    buildAll(fresh, { ...site, path: staging }),
  );
  return keep(statePath, finished, build);
}

function keep(path: string, { built, state }: Finished, build: string): Built {
  writeState(path, { ...state, build });
  return built;
}
