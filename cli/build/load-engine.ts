import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../local/places.ts';

/** What a build runs, and what names its code and its theme. */
export type Engine = typeof import('./engine.ts') & { module: URL; id: string };

/** The files that an engine was made of, each with its size and the time of its last change. */
type Stamp = {
  id: string;
  files: [path: string, size: number, changed: number][];
  theme: string[];
};

const templates = join(projectRoot, 'templates');

/**
 * Loads the engine: the steps, the theme and their libraries in one file, because loading some hundred takes longer than
 * building what changed. It is made anew when one of them was changed, which takes a second.
 *
 * @param folder of the engines; each lies in one that is called as it is
 */
export async function loadEngine(folder: string): Promise<Engine> {
  const stampPath = join(folder, 'engine.json');
  const stamp = readStamp(stampPath);
  const { id } = stamp && isPresent(stamp, folder) ? stamp : await makeEngine(folder, stampPath);
  const module = pathToFileURL(engineFile(folder, id));
  const engine = (await import(module.href)) as typeof import('./engine.ts');
  return { ...engine, module: new URL('thread.mjs', module), id };
}

function engineFile(folder: string, id: string): string {
  return join(folder, id, 'engine.mjs');
}

function readStamp(path: string): Stamp | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Stamp) : undefined;
}

function isPresent({ id, files, theme }: Stamp, folder: string): boolean {
  if (!existsSync(engineFile(folder, id))) return false;
  if (themeFiles().join('\n') !== theme.join('\n')) return false;
  return files.every(([path, size, changed]) => {
    const found = statSync(join(projectRoot, path), { throwIfNoEntry: false });
    return found?.size === size && found.mtimeMs === changed;
  });
}

/** A template that is new belongs to no engine yet. */
function themeFiles(): string[] {
  return readdirSync(templates, { recursive: true }).map(String).sort();
}

async function makeEngine(folder: string, stampPath: string): Promise<Stamp> {
  const { bundleEngine } = await import('./bundle-engine.ts');
  const staging = join(folder, `${process.pid}.part`);
  try {
    const { inputs, outputs } = await bundleEngine(staging);
    const hash = createHash('sha256');
    for (const file of outputs.sort()) hash.update(readFileSync(file));
    const id = hash.digest('hex').slice(0, 16);
    // The same code may have been made before, and may be running.
    if (!existsSync(engineFile(folder, id))) renameSync(staging, join(folder, id));
    const files = inputs.map((path): Stamp['files'][number] => {
      const { size, mtimeMs } = statSync(join(projectRoot, path));
      return [path, size, mtimeMs];
    });
    const stamp = { id, files, theme: themeFiles() };
    writeFileSync(`${stampPath}.${process.pid}.part`, JSON.stringify(stamp));
    renameSync(`${stampPath}.${process.pid}.part`, stampPath);
    return stamp;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
