import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../cli/failure.ts';
import { terminalProgress } from '../cli/progress.ts';
import { benchBundles } from './bundles.ts';
import { type Figure, isMet, type Result, type Series, shown } from './figures.ts';
import { benchHugo } from './hugo.ts';
import { benchImages } from './images.ts';
import { benchLatency } from './latency.ts';
import { benchRebuild } from './rebuild.ts';
import { benchRender } from './render.ts';
import { writeReport } from './report.ts';
import { benchStart } from './start.ts';
import { benchWrites } from './writes.ts';

type Bench = (folder: string, note: (text: string) => void) => Promise<Result>;

/** Small ones first; each gets a folder of its own. */
const benches: Record<string, Bench> = {
  render: benchRender,
  writes: benchWrites,
  bundles: benchBundles,
  images: benchImages,
  rebuild: benchRebuild,
  hugo: benchHugo,
  start: benchStart,
  latency: benchLatency,
};

/** `npm run bench [name…]`: measures, prints, and writes bench/report when all were run. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  throw new Failure(
    `There is no benchmark "${unknown[0]}". There are: ${Object.keys(benches).join(', ')}.`,
  );
}
const progress = terminalProgress();
const figures: Figure[] = [];
const series: Series[] = [];
const charts: Record<string, string> = {};
const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'));
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const result = await progress.step(name, (note) => bench(join(folder, name), note));
    for (const figure of result.figures) {
      const bound =
        figure.bound === undefined ? '' : ` (at most ${shown({ ...figure, value: figure.bound })})`;
      progress.say(`  ${isMet(figure) ? ' ' : '!'} ${figure.name}: ${shown(figure)}${bound}`);
    }
    figures.push(...result.figures);
    series.push(...(result.series ?? []));
    Object.assign(charts, result.charts);
  }
  if (wanted.length === 0) progress.say(`Written to ${await writeReport(figures, series, charts)}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
