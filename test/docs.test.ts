import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { galley } from '../cli/program.ts';
import { checkArticle } from '../functions/ingest/check-article.ts';
import { defaultSettings } from '../functions/shared/default-settings.ts';
import { reservedNames } from '../functions/shared/layout.ts';
import { problemCodes } from '../functions/shared/problem-codes.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const withoutExamples = (text: string) => text.replaceAll(/^```.*?^```/gms, '');
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'test/README.md'].concat(
  readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
);

describe('the documentation', () => {
  it.each(pages)('%s leads only to files that exist', (page) => {
    const links = [...withoutExamples(read(page)).matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) =>
      String(link),
    );
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    const broken = local.filter((link) => !existsSync(join(root, dirname(page), link)));
    expect(broken).toEqual([]);
  });

  it.each(pages)('%s names only scripts that package.json has', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => String(name));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('tells authors of every code a report can carry, and of no other', () => {
    const told = [...read('docs/authors.md').matchAll(/^\| (`.+?) \| (?:error|warning)/gm)]
      .flatMap(([, codes]) => String(codes).split(', '))
      .map((code) => code.replaceAll('`', '').trim());
    expect(told.toSorted()).toEqual([...problemCodes]);
  });

  it('shows authors an example that is good', () => {
    const [, example = ''] = /^```\w*\n(---\n.*?)^```/ms.exec(read('docs/authors.md')) ?? [];
    const { problems, source } = checkArticle({
      key: 'articles/2026/11/harbour-wall.md',
      bytes: new TextEncoder().encode(example),
      kind: 'article',
      settings: { ...defaultSettings, sections: [{ slug: 'town', name: 'Town' }] },
      now: new Date('2026-11-21'),
    });
    expect(problems).toEqual([]);
    expect(source?.imageKeys).toEqual(['images/2026/11/harbour-wall.jpg']);
  });

  it.each(galley().commands.map((command) => command.name()))('explains galley %s', (name) => {
    expect(read('docs/cli.md')).toMatch(new RegExp(`^\\| \`galley ${name}[ \`]`, 'm'));
  });

  it('tells authors of every reserved name', () => {
    const guide = read('docs/authors.md');
    expect(reservedNames.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});
