import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Report } from '../../functions/ingest/report.ts';
import type { FoundFiles } from './local-content.ts';
import { type Dump, type PackedDump, packDump, unpackDump } from './packed-dump.ts';
import { RecordLines } from './record-lines.ts';

/** What a build leaves for the next one. */
export type State = {
  /** The build that left it, as the manifest of the site's folder calls it. */
  build: string;
  /** All that pages depend on beside the content: code, theme, address, replies. */
  made: string;
  files: FoundFiles;
  dump: Dump;
  records: RecordLines;
  reports: Report[];
  timers: Map<string, string>;
};

/** The first line of the file; the records lie behind it. */
type Header = Pick<State, 'build' | 'made' | 'reports'> & {
  files: { keys: string[]; sizes: number[]; changed: number[] };
  dump: PackedDump;
  ids: string[];
  ends: number[];
  timers: [id: string, at: string][];
};

/**
 * @param made as the build that asks would note it
 * @returns undefined when there is none that can be read, or it was left by other code
 */
export function readState(path: string, made: string): State | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const end = bytes.indexOf('\n');
  const header = headerIn(bytes.toString('utf8', 0, end));
  if (header?.made !== made) return undefined;
  const { build, ids, ends, reports } = header;
  const { keys, sizes, changed } = header.files;
  const records = new RecordLines({ bytes: bytes.subarray(end + 1), ids, ends });
  const found = keys.map((key, nth): [string, { size: number; changed: number }] => [
    key,
    { size: sizes[nth] ?? 0, changed: changed[nth] ?? 0 },
  ]);
  return {
    build,
    made,
    files: new Map(found),
    dump: unpackDump(header.dump, records),
    records,
    reports,
    timers: new Map(header.timers),
  };
}

function headerIn(line: string): Header | undefined {
  try {
    return JSON.parse(line) as Header;
  } catch (cause) {
    // Whatever happened to the file, the site can be built without it.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

export function writeState(path: string, state: State): void {
  const { build, made, files, dump, records, reports, timers } = state;
  const { bytes, ids, ends } = records.lines;
  const found = [...files.values()];
  const header: Header = {
    build,
    made,
    files: {
      keys: [...files.keys()],
      sizes: found.map(({ size }) => size),
      changed: found.map(({ changed }) => changed),
    },
    dump: packDump(dump, records),
    ids,
    ends,
    reports,
    timers: [...timers],
  };
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.part`;
  writeFileSync(beside, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes]));
  renameSync(beside, path);
}
