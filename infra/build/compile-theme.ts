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
    constant(
      'custom',
      Object.fromEntries(settings.map(([name, each]) => [name, each.default ?? null])),
    ),
  ].join('\n');
  return { code, files: [...files.keys()].map((name) => join(folder, name)) };
}

function templatesCode(files: ThemeFiles): string {
  const sources = [...files.keys()].filter((name) => name.endsWith('.hbs'));
  const isPartial = (name: string) => name.startsWith('partials/');
  const nameOf = (file: string) => file.replace(/^partials\//, '').replace(/\.hbs$/, '');
  const known: Known = {
    helpers: new Set([...builtIn, ...helperNames()]),
    partials: new Set(sources.filter(isPartial).map(nameOf)),
  };
  const groups: Record<'templates' | 'partials', string[]> = { templates: [], partials: [] };
  const layouts: Record<string, string> = {};
  for (const file of sources) {
    const { code, layout } = compileTemplate(file, textOf(files, file), known);
    const name = nameOf(file);
    groups[isPartial(file) ? 'partials' : 'templates'].push(`${JSON.stringify(name)}:${code}`);
    if (layout === undefined) continue;
    if (!files.has(`${layout}.hbs`)) {
      const place = { file, line: 1, column: 1 };
      throw new ThemeError(place, `There is no layout "${layout}". Add ${layout}.hbs.`);
    }
    layouts[name] = layout;
  }
  return [
    `export const templates={${groups.templates.join(',\n')}};`,
    `export const partials={${groups.partials.join(',\n')}};`,
    constant('layouts', layouts),
  ].join('\n');
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
