import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Report } from '../../functions/ingest/report.ts';
import type { CatalogDump } from '../../functions/shared/catalog-dump.ts';
import type { FoundFiles } from './local-content.ts';
import { RecordLines } from './record-lines.ts';

/** What a build leaves for the next one. */
export type State = {
  /** The build that left it, as the manifest of the site's folder calls it. */
  build: string;
  /** All that pages depend on beside the content: code, theme, address, replies. */
  made: string;
  files: FoundFiles;
  dump: Omit<CatalogDump, 'saved'>;
  records: RecordLines;
  reports: Report[];
  timers: Map<string, string>;
};

/** As it is written: long names once, and numbers in their place from then on. */
type Written = Omit<State, 'files' | 'dump' | 'records' | 'timers'> & {
  files: { keys: string[]; sizes: number[]; changed: number[] };
  dump: Omit<CatalogDump, 'saved' | 'lists'>;
  ids: string[];
  ends: number[];
  /** What the place of an article begins with, by its number. */
  dates: string[];
  lists: [list: string, articles: number[]][];
  timers: [id: string, at: string][];
};

/** @returns undefined when there is none that can be read */
export function readState(path: string): State | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const end = bytes.indexOf('\n');
  const written = writtenIn(bytes.toString('utf8', 0, end));
  if (!written) return undefined;
  const { build, made, files, ids, ends, dates, lists, reports, timers } = written;
  const places = ids.map((id, index) => `${dates[index]}#${id}`);
  return {
    build,
    made,
    files: new Map(
      files.keys.map((key, index) => [
        key,
        { size: files.sizes[index] ?? 0, changed: files.changed[index] ?? 0 },
      ]),
    ),
    dump: {
      ...written.dump,
      lists: lists.map(([list, articles]) => [list, articles.map((nth) => places[nth] ?? '')]),
    },
    records: new RecordLines({ bytes: bytes.subarray(end + 1), ids, ends }),
    reports,
    timers: new Map(timers),
  };
}

function writtenIn(header: string): Written | undefined {
  try {
    return JSON.parse(header) as Written;
  } catch (cause) {
    // Whatever happened to the file, the site can be built without it.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

export function writeState(path: string, state: State): void {
  const { build, made, files, dump, records, reports, timers } = state;
  const { bytes, ids, ends } = records.lines;
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const dates = ids.map(() => '');
  const lists = dump.lists.map(([list, places]): [string, number[]] => [
    list,
    places.map((place) => {
      const mark = place.indexOf('#');
      const number = numbers.get(place.slice(mark + 1)) ?? -1;
      dates[number] = place.slice(0, mark);
      return number;
    }),
  ]);
  const found = [...files.values()];
  const header: Written = {
    build,
    made,
    files: {
      keys: [...files.keys()],
      sizes: found.map(({ size }) => size),
      changed: found.map(({ changed }) => changed),
    },
    dump: { settings: dump.settings, hidden: dump.hidden, images: dump.images, uses: dump.uses },
    ids,
    ends,
    dates,
    lists,
    reports,
    timers: [...timers],
  };
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.part`;
  writeFileSync(beside, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes]));
  renameSync(beside, path);
}
