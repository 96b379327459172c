import { join } from 'node:path';
import { publish } from '../../cli/commands/publish.ts';
import { silent } from '../../cli/progress.ts';
import { folderWith, now } from './content-folder.ts';
import { listener, MemoryDesk } from './memory-desk.ts';

export const wall = 'articles/2026/11/wall.md';

type Given = {
  desk?: MemoryDesk;
  files: Record<string, string | Uint8Array>;
  paths?: string[];
  as?: string;
  deadline?: number;
};

/** Publishes from a folder of its own. Paths in the words count from that folder. */
export async function published({
  desk = new MemoryDesk(),
  files,
  paths = [wall],
  as,
  deadline,
}: Given) {
  const folder = await folderWith(files);
  const heard = listener();
  const full = paths.map((path) => join(folder, path));
  const options = { now, ...(as ? { as } : {}), ...(deadline ? { deadline } : {}) };
  const status = await publish(desk, full, options, heard, silent);
  return { status, printed: heard.printed, words: heard.words.replaceAll(folder, ''), desk };
}

/** What authors uploaded. */
export function keysIn(desk: MemoryDesk): string[] {
  return Object.keys(desk.content.dump()).filter((key) => !key.startsWith('reports/'));
}
