import { createHash } from 'node:crypto';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileTheme } from '../../../infra/build/compile-theme.ts';
import { compiled, refusal, themeFolder } from './themes.ts';

describe('a theme that does not compile', () => {
  it.each([
    ['an unknown helper', '\n  {{shout title}}', 'index.hbs:2:3: There is no helper "shout".'],
    [
      'an unknown helper as a block',
      '{{#shout title}}x{{/shout}}',
      'index.hbs:1:1: There is no helper "shout".',
    ],
    ['one within another', '{{title (shout "x")}}', 'index.hbs:1:9: There is no helper "shout".'],
    [
      'one in an attribute',
      '{{plural 1 empty=(shout 1)}}',
      'index.hbs:1:18: There is no helper "shout".',
    ],
    [
      'one with attributes only',
      '{{shout size="l"}}',
      'index.hbs:1:1: There is no helper "shout".',
    ],
    [
      'one in an else',
      '{{#if a}}{{else shout b}}{{/if}}',
      'index.hbs:1:10: There is no helper "shout".',
    ],
    ['Handlebars’ own log', '{{log "x"}}', 'index.hbs:1:1: There is no helper "log".'],
    [
      'a missing partial',
      '{{> none}}',
      'index.hbs:1:1: There is no partial "none". Add partials/none.hbs',
    ],
    [
      'a missing partial with a block',
      '{{#> none}}x{{/none}}',
      'index.hbs:1:1: There is no partial "none".',
    ],
    [
      'an inline partial',
      '{{#*inline "x"}}{{/inline}}',
      'index.hbs:1:1: Decorators and inline partials',
    ],
    ['a decorator', '{{* x}}', 'index.hbs:1:1: Decorators and inline partials'],
    ['a block that is not closed', '\n{{#if a}}', 'index.hbs:2:1: The template cannot be read.'],
    ['a missing layout', '{{!< none}}', 'index.hbs:1:1: There is no layout "none". Add none.hbs.'],
    [
      'a layout within itself',
      '{{!< index}}',
      'index.hbs:1:1: The layout "index" is within itself.',
    ],
  ])('names file, line and column of %s', (_what, source, message) => {
    expect(refusal(themeFolder({ 'index.hbs': source }))).toContain(message);
  });

  it.each([
    [
      'partials/a.hbs',
      { 'partials/a.hbs': '\n\n{{x y}}' },
      'partials/a.hbs:3:1: There is no helper "x".',
    ],
    ['a circle of layouts', { 'default.hbs': '{{!< index}}{{{body}}}' }, ' is within itself.'],
    [
      'package.json that is not JSON',
      { 'package.json': '{' },
      'package.json:1:1: This is not JSON',
    ],
    ['package.json without a version', { 'package.json': '{"name":"x","config":{}}' }, '"version"'],
    [
      'a style sheet that ends the element',
      { 'assets/css/screen.css': 'a{--x:</style>}' },
      'screen.css:1:1',
    ],
    [
      'a style sheet that is broken',
      { 'assets/css/screen.css': '\n\na{' },
      'assets/css/screen.css:3:3: The style sheet cannot be read',
    ],
    [
      'an asset of an unknown kind',
      { 'assets/run.exe': 'x' },
      'assets/run.exe:1:1: Assets of the kind ".exe"',
    ],
    ['a locale that is a list', { 'locales/de.json': '[1]' }, 'locales/de.json:1:1'],
  ])('tells of %s', (_what, files: Record<string, string>, message) => {
    expect(refusal(themeFolder(files))).toContain(message);
  });

  it('tells of a missing style sheet', () => {
    const folder = themeFolder();
    rmSync(join(folder, 'assets/css/screen.css'));
    expect(refusal(folder)).toBe('assets/css/screen.css:1:1: This file is missing. Add it.');
  });

  it('refuses a symbolic link, which could lead out of the theme', () => {
    const folder = themeFolder();
    symlinkSync('/etc/hostname', join(folder, 'assets/hostname.json'));
    expect(refusal(folder)).toContain('assets/hostname.json:1:1: A theme may not contain symbolic');
  });
});

describe('a compiled theme', () => {
  it('knows partials in folders, the ones that helpers bring along, and dynamic ones', () => {
    const folder = themeFolder({
      'index.hbs': '{{> icons/sea}}{{> pagination}}{{#> (concat "icons/" type)}}x{{/undefined}}',
      'partials/icons/sea.hbs': '~',
    });
    expect(refusal(folder)).toBe('none');
  });

  it('takes a plain name for a value and not for a helper', () => {
    expect(refusal(themeFolder({ 'index.hbs': '{{headline}}{{#post}}{{a.b}}{{/post}}' }))).toBe(
      'none',
    );
  });

  it('names the layout of each template', async () => {
    const { layouts } = await compiled({
      'post.hbs': '{{!< inner}}x',
      'inner.hbs': '{{!< default}}{{{body}}}',
    });
    expect(layouts).toEqual({ index: 'default', post: 'inner', inner: 'default' });
  });

  it('has the style sheet minified, under the hash that the Content-Security-Policy names', async () => {
    const { stylesheet, stylesheetHash } = await compiled();
    expect(stylesheet).toBe('body{margin:0}');
    const digest = createHash('sha256').update(stylesheet).digest('base64');
    expect(stylesheetHash).toBe(`sha256-${digest}`);
  });

  it('has assets under the hash of their bytes, without the style sheet of the pages', async () => {
    const { assetFiles: first } = await compiled({ 'assets/js/a.js': 'let a' });
    const { assetFiles: second } = await compiled({ 'assets/js/a.js': 'let b' });
    expect(Object.keys(first)).toEqual(['js/a.js']);
    expect(first['js/a.js'].path).toMatch(/^assets\/js\/a\.[0-9a-f]{12}\.js$/);
    expect(second['js/a.js'].path).not.toBe(first['js/a.js'].path);
  });

  it('has the settings and texts of the theme', async () => {
    const config = {
      posts_per_page: 7,
      custom: { layout: { type: 'select', options: ['a'], default: 'a' }, note: { type: 'text' } },
    };
    const {
      custom,
      config: read,
      locales,
    } = await compiled({
      'package.json': JSON.stringify({ name: 'x', version: '1.0.0', config }),
      'locales/de.json': '{"By":"Von"}',
    });
    expect(custom).toEqual({ layout: 'a', note: null });
    expect(read.posts_per_page).toBe(7);
    expect(locales).toEqual({ de: { By: 'Von' } });
  });

  it('is the same code for the same files', () => {
    expect(compileTheme(themeFolder()).code).toBe(compileTheme(themeFolder()).code);
  });

  it('names its files, to be watched', () => {
    const folder = themeFolder();
    expect(compileTheme(folder).files).toContain(join(folder, 'index.hbs'));
  });
});
