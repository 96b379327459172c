import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileAssets, compileStylesheet } from './theme-assets.ts';
import { ThemeError } from './theme-error.ts';
import { readTheme, type ThemeFiles, textOf } from './theme-files.ts';
import { readLocales, readPackage } from './theme-package.ts';
import { compileTemplate, type Known } from './theme-template.ts';

/** The import that stands for the compiled theme; `functions/render/theme/galley-theme.d.ts` declares it. */
export const themeModule = 'galley:theme';

const root = join(import.meta.dirname, '../..');
export const themeFolder = join(root, 'templates');
const helperFolder = join(root, 'functions/render/theme/helpers');
/** Partials that helpers bring along, as a folder like the theme's own. */
const builtInFolder = join(root, 'functions/render/theme/partials');

/** `each`, `with` and `log` are Handlebars' own as well, but no theme of Ghost's needs them. */
const builtIn = ['if', 'unless', 'each', 'with', 'lookup'];

export type CompiledTheme = {
  /** Source text of one ES module. */
  code: string;
  /** Absolute paths of all it was made of, to be watched. */
  files: string[];
};

/**
 * A theme's folder as one JavaScript module, so that a function carries no template compiler (the most severe
 * published holes of Handlebars are in it) and reads no files.
 *
 * @param folder a Ghost theme
 * @throws ThemeError naming file and line
 */
export function compileTheme(folder = themeFolder): CompiledTheme {
  const files = readTheme(folder);
  const { config, galley } = readPackage(files);
  const { css, hash } = compileStylesheet(files, galley.stylesheet);
  const settings = Object.entries(config.custom);
  const code = [
    templatesCode(files),
    constant('stylesheet', css),
    constant('stylesheetHash', hash),
    constant('assetFiles', compileAssets(files, galley.stylesheet)),
    constant('locales', readLocales(files)),
    constant('config', {
      posts_per_page: config.posts_per_page,
      image_sizes: config.image_sizes,
    }),
    constant('textImages', galley.text_images),
    constant(
      'custom',
      Object.fromEntries(settings.map(([name, each]) => [name, each.default ?? null])),
    ),
  ].join('\n');
  return { code, files: [...files.keys()].map((name) => join(folder, name)) };
}

function templatesCode(files: ThemeFiles): string {
  const brought = readTheme(builtInFolder);
  const sources = [...files.keys()].filter((name) => name.endsWith('.hbs'));
  const partials = sources.filter((name) => name.startsWith('partials/'));
  const known: Known = {
    helpers: new Set([...builtIn, ...helperNames()]),
    partials: new Set([...brought.keys(), ...partials].map(nameOf)),
  };
  const layouts: Record<string, string> = {};
  const codeOf = (from: ThemeFiles, file: string) => {
    const { code, layout } = compileTemplate(file, textOf(from, file), known);
    if (layout !== undefined) layouts[nameOf(file)] = layout;
    return `${JSON.stringify(nameOf(file))}:${code}`;
  };
  const templates = sources.filter((name) => !partials.includes(name));
  const code = [
    `export const templates={${templates.map((file) => codeOf(files, file)).join(',\n')}};`,
    `export const partials={${partials.map((file) => codeOf(files, file)).join(',\n')}};`,
    `export const builtins={${[...brought.keys()].map((file) => codeOf(brought, file)).join(',\n')}};`,
  ];
  checkLayouts(layouts, files);
  return [...code, constant('layouts', layouts)].join('\n');
}

function nameOf(file: string): string {
  return file.replace(/^partials\//, '').replace(/\.hbs$/, '');
}

/** @throws ThemeError at a layout that is not there, or that stands around itself */
function checkLayouts(layouts: Record<string, string>, files: ThemeFiles): void {
  for (const [name, layout] of Object.entries(layouts)) {
    const place = { file: `${name}.hbs`, line: 1, column: 1 };
    if (!files.has(`${layout}.hbs`)) {
      throw new ThemeError(place, `There is no layout "${layout}". Add ${layout}.hbs.`);
    }
    const around = new Set([name]);
    for (let next: string | undefined = layout; next; next = layouts[next]) {
      if (around.has(next)) throw new ThemeError(place, `The layout "${next}" is within itself.`);
      around.add(next);
    }
  }
}

/** Each helper is a file named like it, with dashes: `img-url.ts` is `img_url`. */
export function helperNames(): string[] {
  return readdirSync(helperFolder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length).replaceAll('-', '_'));
}

function constant(name: string, value: unknown): string {
  return `export const ${name}=${JSON.stringify(value)};`;
}
