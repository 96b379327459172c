import { describe, expect, it } from 'vitest';
import { sampleSite } from './sample-site.ts';

const newsroom = await sampleSite();

describe('an article with a correction', async () => {
  const html = (await newsroom.page('2026/11/reading-room/')) ?? '';
  const [, box = ''] = /<div class="corrections">(.*?)<\/div>/s.exec(html) ?? [];

  it('shows it in a box, with its date', () => {
    expect(box).toContain('<time datetime="2026-11-13T17:40:00+01:00">13 November 2026</time>');
    expect(box).toContain('It was 1998.');
  });

  it('says above its text that it was updated then', () => {
    const byline = html.slice(0, html.indexOf('class="corrections"'));
    expect(byline).toMatch(/Updated <time datetime="2026-11-13T17:40:00\+01:00">/);
  });
});

it('has no box without a correction', async () => {
  expect(await newsroom.page('2026/11/harbour-wall/')).not.toContain('class="corrections"');
});
