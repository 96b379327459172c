import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../../functions/shared/article-text.ts';
import { pictureHtml } from '../../../functions/shared/picture-html.ts';
import { elementsOf } from '../render/parsed-html.ts';
import { imageInfo } from './image-info.ts';

const name = '/images/wall.jpg.0123456789abcdef';
const wall = { ...imageInfo(`${name}-800.jpg`), widths: [400, 800] };
const options = { alt: 'Waves', sizes: '50vw', first: false };

describe('a picture', () => {
  it('names every file that the site has of it, the best format first', () => {
    const [avif, webp, jpg] = ['avif', 'webp', 'jpg'].map(
      (format) => `${name}-400.${format} 400w, ${name}-800.${format} 800w`,
    );
    expect(pictureHtml(wall, options)).toBe(
      `<picture><source type="image/avif" srcset="${avif}" sizes="50vw">` +
        `<source type="image/webp" srcset="${webp}" sizes="50vw">` +
        `<img src="${name}-800.jpg" srcset="${jpg}" sizes="50vw" width="800" height="600" ` +
        'alt="Waves" loading="lazy" decoding="async"></picture>',
    );
  });

  it('of which there is one format is an image alone', () => {
    const moving = { ...wall, url: `${name}-800.webp`, formats: ['webp' as const] };
    expect(pictureHtml(moving, options)).toMatch(/^<img src="[^"]+-800\.webp" srcset="[^>]+>$/);
  });

  it('that comes first is fetched before all else', () => {
    const html = pictureHtml(wall, { ...options, first: true });
    expect(html).toContain(' fetchpriority="high"');
    expect(html).not.toContain('loading');
  });

  it('says what was typed and nothing else', () => {
    const typed = '"><script>alert(1)</script>&quot;';
    const html = pictureHtml(wall, { ...options, alt: typed, title: typed });
    const elements = elementsOf(html);
    expect(elements.map(({ name: tag }) => tag)).toEqual(['picture', 'source', 'source', 'img']);
    expect(elements.at(-1)?.attributes).toMatchObject({ alt: typed, title: typed });
  });
});

describe('the images of a text', () => {
  const body = '![One](/images/wall.jpg)\n\nText.\n\n![Other](/images/wall.jpg)\n';
  const images = { 'images/wall.jpg': wall };
  const firsts = (html: string) =>
    [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => tag.includes('fetchpriority'));

  it('wait until somebody comes near them', () => {
    expect(firsts(articleHtml(body, images))).toEqual([false, false]);
  });

  it('do not all wait when nothing as large stands above them', () => {
    expect(firsts(articleHtml(body, images, { leads: true }))).toEqual([true, false]);
  });

  it('are as wide as the theme says', () => {
    expect(articleHtml(body, images, { sizes: '40rem' })).toContain(' sizes="40rem"');
  });

  it('are one address each for programs that know no more', () => {
    const html = articleHtml(body, images, { base: 'https://post.example/2026/11/wall/' });
    expect(html).toContain(`<img src="https://post.example${name}-800.jpg" width="800"`);
    expect(html).not.toMatch(/<picture|srcset/);
  });
});
