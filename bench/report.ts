import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Figure, isMet, type Series, shown } from './figures.ts';
import { plot } from './plot.ts';

const folder = join(import.meta.dirname, 'report');

/** Writes bench/report: the figures as a page to read and as JSON, the series and charts as pictures. */
export async function writeReport(
  figures: Figure[],
  series: Series[],
  charts: Record<string, string>,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const page = [
    '# What was measured',
    '',
    `\`npm run bench\` on ${machine}.`,
    '',
    ...table(figures),
    '',
    ...(series.length > 0 ? ['![Each upload and each approval](latency.svg)', ''] : []),
    ...Object.keys(charts).flatMap((name) => [`![${name}](${name})`, '']),
  ];
  await writeFile(join(folder, 'README.md'), page.join('\n'));
  await writeFile(
    join(folder, 'figures.json'),
    `${JSON.stringify({ machine, figures, series }, undefined, 1)}\n`,
  );
  if (series.length > 0) await writeFile(join(folder, 'latency.svg'), plot(series));
  for (const [name, svg] of Object.entries(charts)) await writeFile(join(folder, name), svg);
  return folder;
}

function table(figures: Figure[]): string[] {
  const rows = figures.map((figure) => {
    const bound = figure.bound === undefined ? '' : shown({ ...figure, value: figure.bound });
    const verdict = figure.bound === undefined ? '' : isMet(figure) ? 'yes' : '**no**';
    return `| ${figure.name} | ${shown(figure)} | ${bound} | ${verdict} | ${figure.note ?? ''} |`;
  });
  return ['| figure | measured | at most | met | |', '| --- | ---: | ---: | --- | --- |', ...rows];
}
