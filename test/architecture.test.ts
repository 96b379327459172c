import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

const functions = sourceFiles('functions');
const infra = sourceFiles('infra');
const cli = sourceFiles('cli');
const tests = sourceFiles('test');
const ours = [...functions, ...infra, ...cli];

/** What files import that is named so, as `from → to`. */
function importsOf(files: SourceFile[], name: RegExp): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter((to) => name.test(to)).map((to) => `${path} → ${to}`),
  );
}

function pathsWith(files: SourceFile[], words: RegExp): string[] {
  return files.filter(({ code }) => words.test(code)).map(({ path }) => path);
}

function isHandler(path: string): boolean {
  return /\/handler\.ts$/.test(path);
}

describe('imports', () => {
  it('are found at all', () => {
    expect(importsOf(functions, /^functions\//).length).toBeGreaterThan(100);
    expect(importsOf(functions, /^@aws-sdk\//).length).toBeGreaterThan(5);
  });

  it('never lead from functions to infra or cli', () => {
    expect(importsOf(functions, /^(infra|cli)\//)).toEqual([]);
  });

  it('lead from infra to the layout of functions and to nothing else of them', () => {
    const found = importsOf(infra, /^(functions|cli)\//);
    const layout = / → functions\/shared\/(comments-)?layout\.ts$/;
    expect(found.filter((one) => !layout.test(one))).toEqual([]);
    expect(found).not.toEqual([]);
  });

  it.each(['layout', 'comments-layout'])(
    'do not exist in %s, which is bundled into functions and read at synth time',
    (name) => {
      const path = `functions/shared/${name}.ts`;
      expect(functions.find((file) => file.path === path)?.imports).toEqual([]);
    },
  );

  it('reach the AWS SDK only from handlers and stores', () => {
    const found = importsOf(functions, /^@aws-sdk\//);
    expect(found.filter((one) => !/^\S+(\/handler|-store)\.ts /.test(one))).toEqual([]);
  });

  it('reach stores only from handlers and other stores, so that all else runs in memory', () => {
    const found = importsOf(functions, /-store\.ts$/);
    expect(found.filter((one) => !/^\S+(\/handler|-store)\.ts /.test(one))).toEqual([]);
  });

  it('reach a handler from nowhere', () => {
    expect(importsOf(ours, /\/handler\.ts$/)).toEqual([]);
  });

  it('reach the library that reads pictures through one file, which says what it may read', () => {
    const readers = functions.filter(({ code }) => /^import sharp\b/m.test(code));
    expect(readers.map(({ path }) => path)).toEqual(['functions/images/libvips.ts']);
  });

  it('bring in neither the compiler of templates nor a parser that runs what it reads', () => {
    expect(importsOf(functions, /^(gray-matter|js-yaml|vm|node:vm|handlebars\/.*cjs.*)$/)).toEqual(
      [],
    );
    const compiler = functions.filter(({ code }) =>
      /\bfrom 'handlebars'|import\('handlebars'/.test(code),
    );
    // A type alone is gone at run time.
    const atRunTime = compiler.filter(
      ({ code }) => !/import type [^;]*from 'handlebars';/.test(code),
    );
    expect(atRunTime.map(({ path }) => path)).toEqual([]);
  });
});

describe('core code', () => {
  const core = functions.filter(({ path }) => !isHandler(path));

  it('knows no clock and no chance', () => {
    const unsure =
      /Date\.now|new Date\(\)|\bDate\(\)|Math\.random|randomUUID|randomBytes|getRandomValues|performance\.now|hrtime/;
    expect(pathsWith(core, unsure)).toEqual([]);
  });

  it('does not depend on the zone or the language of the machine', () => {
    const local =
      /toLocale\w*String\(\)|\.get(FullYear|Month|Date|Day|Hours|Minutes)\(|localeCompare\(\w+\)|DateTimeFormat\(\)/;
    expect(pathsWith(core, local)).toEqual([]);
  });

  it('does not read the environment', () => {
    const found = pathsWith(core, /process\.env/);
    expect(found).toEqual(['functions/shared/env.ts']);
    const readers = importsOf(functions, /functions\/shared\/env\.ts$/);
    expect(readers.filter((one) => !/^\S+\/handler\.ts /.test(one))).toEqual([]);
  });

  it('runs no text as code', () => {
    expect(pathsWith(functions, /\beval\(|new Function\(|\.compile\(/)).toEqual([]);
  });
});

it('reads the environment of a deployment in one file', () => {
  expect(pathsWith(infra, /process\.env/)).toEqual(['infra/app.ts']);
});

it('has no file that one cannot take in', () => {
  const long = ours.filter(({ text }) => text.split('\n').length > 220);
  expect(long.map(({ path }) => path)).toEqual([]);
});

it('has no test that is left out or runs alone', () => {
  const words =
    /\b(it|test|describe)\.(only|skip|todo|fails|concurrent\.only)\b|\bx(it|describe)\(/;
  expect(pathsWith(tests, words)).toEqual([]);
});

it('puts nothing off', () => {
  const words = /\b(TODO|FIXME|XXX|HACK)\b/;
  const found = [...ours, ...tests].filter(
    ({ path, text }) => words.test(text) && !path.endsWith('architecture.test.ts'),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});
