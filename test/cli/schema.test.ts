import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { galley } from '../../cli/program.ts';
import { schemaNames, schemaOf } from '../../cli/schema/schemas.ts';
import { checkAuthors } from '../../functions/ingest/authors-file.ts';
import { authorKeys } from '../../functions/ingest/authors-shape.ts';
import { frontMatterKeys } from '../../functions/ingest/front-matter-shape.ts';
import { checkSettings } from '../../functions/ingest/settings.ts';
import { siteKeys } from '../../functions/ingest/settings-shape.ts';
import { splitSource } from '../../functions/shared/source-text.ts';
import { badAuthors, badSiteLines } from '../fixtures/settings.ts';
import { check } from '../functions/ingest/check.ts';
import { anyAuthors } from '../newsroom/authors.ts';
import { anyMoved, anySettings, anySource } from '../newsroom/sources.ts';

const root = join(import.meta.dirname, '../..');
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const accepts = {
  'front-matter': ajv.compile(schemaOf('front-matter')),
  site: ajv.compile(schemaOf('site')),
  authors: ajv.compile(schemaOf('authors')),
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Front matter as an editor reads it; undefined for what is no YAML mapping. */
function frontMatterOf(text: string): unknown {
  const source = splitSource(text);
  const document = source && parseDocument(source.frontMatter, { schema: 'core' });
  if (!document || document.errors.length > 0 || document.warnings.length > 0) return undefined;
  const value: unknown = document.toJS();
  return typeof value === 'object' && !Array.isArray(value) ? (value ?? {}) : undefined;
}

function filesIn(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => `${folder}/${file}`);
}

describe('the schema', () => {
  it.each(schemaNames)('of %s is published as it is made', async (name) => {
    const published = JSON.parse(read(`docs/schema/${name}.schema.json`));
    expect(published, 'npm run schema makes it anew').toEqual(schemaOf(name));
  });

  it.each([...filesIn('content'), ...filesIn('test/fixtures/articles/good')])(
    'of front matter accepts %s',
    (file) => {
      accepts['front-matter'](frontMatterOf(read(file)));
      expect(accepts['front-matter'].errors).toBeNull();
    },
  );

  it.each(['site', 'authors'] as const)('of %s accepts that of the sample newsroom', (name) => {
    accepts[name](parse(read(`content/${name}.yaml`)));
    expect(accepts[name].errors).toBeNull();
  });

  it('accepts whatever the checks accept', () => {
    const source = fc.property(fc.oneof(anySource, anyMoved), (text) => {
      fc.pre(check(text).source !== undefined);
      expect(accepts['front-matter'](frontMatterOf(text))).toBe(true);
    });
    const site = fc.property(anySettings, (text) => {
      fc.pre(checkSettings(bytesOf(text)).settings !== undefined);
      expect(accepts.site(parse(text))).toBe(true);
    });
    const authors = fc.property(anyAuthors, (text) => {
      fc.pre(checkAuthors(bytesOf(text)).profiles !== undefined);
      expect(accepts.authors(parse(text))).toBe(true);
    });
    for (const property of [source, site, authors]) fc.assert(property);
  });
});

describe('the guide for authors', () => {
  const guide = read('docs/authors.md');
  const examples = [...guide.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text]) => String(text));
  const exampleOf = (name: string) =>
    examples.find((text) => text.includes(`${name}.schema`)) ?? '';
  const [site, authors] = [exampleOf('site'), exampleOf('authors')];

  it.each([
    ['front matter', frontMatterKeys],
    ['site.yaml', siteKeys],
    ['authors.yaml', authorKeys],
  ])('explains every key of %s', (what, keys) => {
    const part = guide.slice(guide.toLowerCase().indexOf(`\n## ${what}\n`) + 1);
    const rows = part.slice(0, part.indexOf('\n## ', 1)).match(/^\| `.*/gm) ?? [];
    const explained = rows.flatMap((row) => row.split(' | ', 1)[0]?.match(/\w+/g) ?? []);
    expect(explained.toSorted()).toEqual(Object.keys(keys).toSorted());
  });

  it('shows a site.yaml and an authors.yaml that are good and say all there is', () => {
    expect(checkSettings(bytesOf(site)).problems).toEqual([]);
    expect(checkAuthors(bytesOf(authors)).problems).toEqual([]);
    const { direction: _, ...shown } = siteKeys;
    expect(Object.keys(parse(site)).toSorted()).toEqual(Object.keys(shown).toSorted());
    expect(accepts.site(parse(site)) && accepts.authors(parse(authors))).toBe(true);
  });
});

describe('a mistake', () => {
  /** Refused by what stands in the front matter, and not as YAML: but a schema knows no calendar, site or folder. */
  const beyondSchemas = [
    'bad-author',
    'bad-date',
    'bad-tag',
    'empty-date',
    'expires-before-date',
    'future-update',
    'no-date',
    'two-bylines',
    'unknown-section',
  ];
  const codes = [
    ...['bad-address', 'bad-alias', 'bad-author', 'bad-date', 'bad-tag', 'bad-value'],
    ...['date-in-future', 'duplicate-key', 'expires-before-date', 'hero-without-alt'],
    ...['missing-key', 'unknown-key', 'unknown-section', 'wrong-type'],
  ];
  const bad = filesIn('test/fixtures/articles/bad').flatMap((file) => {
    const text = read(file);
    const frontMatter = frontMatterOf(text);
    const told = check(text).problems.some(({ code }) => codes.includes(code));
    return frontMatter && told
      ? [{ name: file.slice(file.lastIndexOf('/') + 1, -3), frontMatter }]
      : [];
  });

  it.each(bad)(
    'in front matter shows in an editor, unless no schema can know: $name',
    ({ name, frontMatter }) => {
      expect(accepts['front-matter'](frontMatter)).toBe(beyondSchemas.includes(name));
    },
  );

  it('of each kind is among them', () => {
    expect(bad.length).toBeGreaterThan(25);
    expect(bad.map(({ name }) => name)).toEqual(expect.arrayContaining(beyondSchemas));
  });

  it.each(badSiteLines)('in site.yaml shows in an editor: %s', (line) => {
    const beyond = [
      'timeZone: Mars/Base',
      'url: https://post.example/news',
      'sections: [{name: "!?"}]',
      'sections: [{name: News}, {name: news}]',
    ];
    expect(accepts.site(parse(`title: The Post\n${line}`))).toBe(beyond.includes(line));
  });

  it.each(badAuthors)('in authors.yaml shows in an editor: %j', (text) => {
    const beyond = ['- name: "!?"', '- name: Ines\n- name: ines'];
    const known = beyond.includes(text) || /slug: ines\}|&a/.test(text);
    expect(accepts.authors(parse(text))).toBe(known);
  });
});

describe('galley schema', () => {
  it('writes all of them into a folder', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'galley-schema-')), 'new');
    await galley().parseAsync(['schema', '--into', folder], { from: 'user' });
    for (const name of schemaNames) {
      const written = await readFile(join(folder, `${name}.schema.json`), 'utf8');
      expect(written).toBe(read(`docs/schema/${name}.schema.json`));
    }
  });

  it.each([[[]], [['site', '--into', 'x']]])('wants one thing or the other: %j', async (args) => {
    const asked = galley().parseAsync(['schema', ...args], { from: 'user' });
    await expect(asked).rejects.toThrow('Name one schema');
  });
});
