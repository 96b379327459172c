import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

type Package = {
  bin?: string | Record<string, string>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

type Lock = { packages: Record<string, { integrity?: string; inBundle?: boolean }> };

const root = join(import.meta.dirname, '..');
const own = read<Package>('package.json');
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const versions = { ...own.dependencies, ...own.devDependencies };
const names = Object.keys(versions);

const folders = ['functions', 'infra', 'cli', 'test', 'bench', 'docs'];
const imported = new Set(
  sourceFiles(...folders)
    .flatMap(({ imports }) => imports)
    .map(packageOf),
);
const words = new Set(Object.values(own.scripts).flatMap((script) => script.split(/\s+/)));

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** `@aws-sdk/client-s3` of `@aws-sdk/client-s3/dist`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function commandsOf(name: string): string[] {
  const { bin = {} } = read<Package>(`node_modules/${name}/package.json`);
  return typeof bin === 'string' ? [name.replace(/^.*\//, '')] : Object.keys(bin);
}

/** Types are used with the package they describe, those of Node always. */
function isUsed(name: string): boolean {
  const described = name.replace(/^@types\//, '');
  if (described === 'node' || imported.has(described)) return true;
  return commandsOf(name).some((command) => words.has(command));
}

describe('package.json', () => {
  it('names no package that nothing uses', () => {
    expect(names.filter((name) => !isUsed(name))).toEqual([]);
  });

  it('names every package that something imports', () => {
    const typed = names.map((name) => name.replace(/^@types\//, ''));
    const known = new Set([...names, ...typed]);
    const packages = [...imported].filter(
      (name) => /^@?[a-z][^:]*$/.test(name) && !isBuiltin(name),
    );
    const foreign = packages.filter((name) => !folders.includes(name) && !known.has(name));
    expect(foreign).toEqual([]);
  });

  it.each(Object.entries(versions))('pins %s at exactly one version', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('package-lock.json', () => {
  it('has a checksum of every package', () => {
    const { '': _own, ...others } = (JSON.parse(lock) as Lock).packages;
    const bare = Object.entries(others).filter(([, { integrity, inBundle }]) => {
      // One that another package brings along is covered by the checksum of that one.
      return !integrity && !inBundle;
    });
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('names no registry, so that npm ci asks whichever npm is set up for', () => {
    expect(lock).not.toContain('"resolved"');
  });
});
