import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const now = new Date('2026-11-24T12:00:00Z');

export const settings = 'title: The Harbour Post\nsections:\n  - name: News\n    slug: news\n';

/** An article that is fine but for the lines added to its front matter. */
export function article(lines = '', body = 'It held.'): string {
  return `---\ntitle: The wall\ndate: 2026-11-03\n${lines}---\n${body}\n`;
}

/** Writes files into a folder of their own, which is removed after the test. @returns its path */
export async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, body] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), body);
  }
  return folder;
}
