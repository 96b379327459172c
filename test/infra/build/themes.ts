import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compileTheme } from '../../../infra/build/compile-theme.ts';
import { ThemeError } from '../../../infra/build/theme-error.ts';

const smallest: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'small', version: '1.0.0', config: {} }),
  'default.hbs': '<main>{{{body}}}</main>',
  'index.hbs': '{{!< default}}{{title}}',
  'assets/css/screen.css': 'body { margin: 0 }',
};

/** A theme in a folder of its own, which is gone after the test: the smallest, with these files changed or added. */
export function themeFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-theme-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ ...smallest, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What the compiled theme exports. */
export async function compiled(files: Record<string, string> = {}) {
  const { code } = compileTheme(themeFolder(files));
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Why a theme does not compile, with file, line and column. */
export function refusal(folder: string): string {
  try {
    compileTheme(folder);
  } catch (error) {
    if (error instanceof ThemeError) return error.message;
    throw error;
  }
  return 'none';
}
