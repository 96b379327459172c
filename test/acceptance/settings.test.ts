import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeContent } from '../../cli/local/content-sync.ts';
import { dot, freshId, freshName, publish, put, reportsOn, untilCleared } from './articles.ts';
import { eventually, newsroom, pageWith, pageWithout, read } from './platform.ts';

const siteYaml = await readFile(join(import.meta.dirname, 'site.yaml'), 'utf8');

afterAll(async () => {
  await removeContent(newsroom, 'authors.yaml');
  await put('site.yaml', siteYaml);
  await pageWithout('/', 'Bad settings');
  await pageWithout('/', 'class="site-logo"');
});

describe('a bad site.yaml', () => {
  it.each([
    ['titel: Bad settings\n', 'unknown-key'],
    ['title: Bad settings\npageSize: 1000\n', 'bad-value'],
    ['title: Bad settings\nlogo: {src: logo.png}\n', 'bad-image-path'],
  ])('changes nothing and has a report: %j', async (text, code) => {
    const { settings } = await newsroom.catalog.settings();
    const version = await put('site.yaml', text);
    const report = await reportsOn('site.yaml', version);
    expect(report.json).toMatchObject({ outcome: 'kept' });
    expect(report.json.problems.map((problem) => problem.code)).toContain(code);
    expect(report.text).toContain(report.json.problems[0]?.advice);
    expect((await newsroom.catalog.settings()).settings).toEqual(settings);
    expect(await (await read('/')).text()).toContain('The Harbour Test');
  });

  it('has no report any more once it is corrected', async () => {
    await put('site.yaml', siteYaml);
    await untilCleared('site.yaml');
  });
});

describe('a logo', () => {
  it('shows on every page when its image comes, and not before', async () => {
    const logo = `images/${freshName()}.png`;
    const version = await put('site.yaml', `${siteYaml}logo: {src: ${logo}}\n`);
    const { json } = await reportsOn('site.yaml', version);
    expect(json).toMatchObject({ outcome: 'published', problems: [{ code: 'missing-image' }] });
    await put(logo, dot);
    const [tag = ''] =
      /<img class="site-logo"[^>]*>/.exec(await pageWith('/', 'class="site-logo"')) ?? [];
    expect(tag).toContain('alt="The Harbour Test"');
    const [, address = ''] = /src="([^"]+)"/.exec(tag) ?? [];
    expect((await read(address)).status).toBe(200);
    await untilCleared('site.yaml');
  });
});

describe('authors.yaml', () => {
  const name = `Ada ${freshName()}`;
  const slug = name.toLowerCase().replace(' ', '-');
  const path = `/author/${slug}/`;
  const good = `- {name: ${name}, bio: Knows every tide., links: [{label: Blog, url: https://ada.example/}]}\n`;

  it('puts the biography on the page of its author', async () => {
    await publish(freshId(), { author: name.toUpperCase() });
    expect(await pageWith(path, name.toUpperCase())).not.toContain('Knows every tide.');
    await put('authors.yaml', good);
    const page = await pageWith(path, 'Knows every tide.');
    expect(page).toContain(`<h1>${name}</h1>`);
    expect(page).toContain('href="https://ada.example/"');
  });

  it('that is bad changes nothing and has a report', async () => {
    const version = await put('authors.yaml', '- bio: Nobody.\n');
    const { json } = await reportsOn('authors.yaml', version);
    expect(json).toMatchObject({ outcome: 'kept', problems: [{ code: 'missing-key' }] });
    expect(await (await read(path)).text()).toContain('Knows every tide.');
  });

  it('that is deleted leaves the names as they were typed', async () => {
    await removeContent(newsroom, 'authors.yaml');
    await pageWithout(path, 'Knows every tide.');
    expect(await pageWith(path, name.toUpperCase())).toContain(`<h1>${name.toUpperCase()}</h1>`);
    await untilCleared('authors.yaml');
    await eventually('no profiles', async () =>
      (await newsroom.catalog.settings()).settings.profiles.length === 0 ? true : undefined,
    );
  });

  // S3 knows prefixes only, so that ingest is told of every key that begins like it.
  it('is called so and not authors.yaml.bak', async () => {
    const version = await put('authors.yaml.bak', good);
    const { json } = await reportsOn('authors.yaml.bak', version);
    expect(json).toMatchObject({ outcome: 'refused', problems: [{ code: 'wrong-place' }] });
    await removeContent(newsroom, 'authors.yaml.bak');
    await untilCleared('authors.yaml.bak');
  });
});
