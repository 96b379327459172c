import { join } from 'node:path';
import { watch } from 'chokidar';
import colors from 'picocolors';
import { problemsIn } from '../build/build-words.ts';
import { loadEngine } from '../build/load-engine.ts';
import type { BuildPlaces } from '../build/places.ts';
import type { PreviewSite } from '../build/preview-site.ts';
import { explain, Failure } from '../failure.ts';
import { projectRoot } from '../local/places.ts';
import { isContent, keyIn } from '../newsroom/content-files.ts';
import type { Progress } from '../progress.ts';
import { type News, PreviewServer } from './server.ts';

export type PreviewParts = {
  places: Pick<BuildPlaces, 'content' | 'cache' | 'engines'>;
  port: number;
  progress: Progress;
};

/** A preview that runs. */
export type Preview = { url: string; close: () => Promise<void> };

/** A file that is still being written is taken when its size has not changed for a moment. */
const settled = {
  ignoreInitial: true,
  awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 },
};

/** Serves a content folder, and goes on while its files and the theme are changed. */
export async function startPreview({ places, port, progress }: PreviewParts): Promise<Preview> {
  const server = new PreviewServer();
  const url = `http://localhost:${await listen(server, port)}`;
  const open = async () => {
    const { PreviewSite } = await loadEngine(places.engines);
    return PreviewSite.open({ content: places.content, cache: places.cache, siteUrl: url });
  };
  let site = await open();
  server.tell(site, newsOf(site, places.content));

  // One at a time, so that the last save wins.
  let work: Promise<unknown> = Promise.resolve();
  const changed = new Set<string>();
  const next = (what: string, bring: () => Promise<void>) => {
    work = work.then(bring).then(
      () => {
        const news = newsOf(site, places.content);
        server.tell(site, news);
        progress.say(
          `${what} ${colors.dim('shown')}${news.problems ? `\n${colors.yellow(news.problems)}` : ''}`,
        );
      },
      (error: unknown) => {
        // The site of before goes on.
        server.tell(site, { problems: explain(error) });
        progress.say(colors.red(explain(error)));
      },
    );
  };
  const content = watch(places.content, settled);
  content.on('all', (event, path) => {
    const key = keyIn(places.content, path);
    if (!['add', 'change', 'unlink'].includes(event) || !isContent(key)) return;
    changed.add(key);
    next(key, async () => {
      const keys = [...changed];
      changed.clear();
      if (keys.length > 0) await site.bring(keys);
    });
  });
  const theme = watch(join(projectRoot, 'templates'), settled);
  theme.on('all', (_event, path) => {
    next(path.slice(projectRoot.length + 1), async () => {
      site = await open();
    });
  });
  await Promise.all([ready(content), ready(theme)]);
  return {
    url,
    async close() {
      await Promise.all([content.close(), theme.close()]);
      await work;
      await server.close();
    },
  };
}

function newsOf(site: PreviewSite, folder: string): News {
  const shown = folder.startsWith(`${process.cwd()}/`)
    ? folder.slice(process.cwd().length + 1)
    : folder;
  return { problems: problemsIn(site.reports(), shown).problems };
}

function ready(watcher: ReturnType<typeof watch>): Promise<void> {
  return new Promise((resolve) => watcher.once('ready', () => resolve()));
}

async function listen(server: PreviewServer, port: number): Promise<number> {
  try {
    return await server.listen(port);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    throw new Failure(`Port ${port} is taken.`, { advice: 'Name another one with --port.', cause });
  }
}
