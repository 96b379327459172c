import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A file of the project: its path from the root, its text, its text without comments, and what it imports. */
export type SourceFile = { path: string; text: string; code: string; imports: string[] };

const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
/** `from '…'`, `import '…'`, `import('…')` and `resolve('@…')`. Types count: who needs a type needs the module. */
const imported = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bresolve\(\s*(?='@))'([^']+)'/g;

export function sourceFiles(...folders: string[]): SourceFile[] {
  const paths = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,js}`, { cwd: root }));
  return paths.sort().map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const code = text.replace(comment, '');
    const imports = [...code.matchAll(imported)].map(([, name = '']) => named(path, name));
    return { path, text, code, imports };
  });
}

/** `functions/shared/layout.ts` for a file of the project, the name itself for a package. */
function named(from: string, name: string): string {
  return name.startsWith('.') ? relative(root, join(root, dirname(from), name)) : name;
}
