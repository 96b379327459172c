import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ThemeError } from './theme-error.ts';

/** The files of a theme by their path in it, with forward slashes, in the order of their names. */
export type ThemeFiles = Map<string, Uint8Array>;

/**
 * Reads a theme's folder.
 *
 * @throws ThemeError at a symbolic link: it would carry files from outside the theme into a public bundle
 */
export function readTheme(folder: string): ThemeFiles {
  const files: ThemeFiles = new Map();
  walk(folder, '', files);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function walk(folder: string, path: string, files: ThemeFiles): void {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const name = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isSymbolicLink()) {
      const place = { file: name, line: 1, column: 1 };
      throw new ThemeError(place, 'A theme may not contain symbolic links. Put a copy here.');
    }
    if (entry.isDirectory()) walk(folder, name, files);
    else files.set(name, readFileSync(join(folder, name)));
  }
}

/** @throws ThemeError when the file is not there */
export function textOf(files: ThemeFiles, name: string): string {
  const bytes = files.get(name);
  if (!bytes) {
    throw new ThemeError({ file: name, line: 1, column: 1 }, 'This file is missing. Add it.');
  }
  return new TextDecoder().decode(bytes);
}
