import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../functions/ingest/places.ts';
import { latestPage, monthPage, siteKey } from '../../../functions/shared/layout.ts';
import { addressOf } from '../../../functions/shared/model.ts';
import { parsePage } from '../../../functions/shared/pages.ts';

/** Slugs as tags, sections and authors can have them: also digits alone, which look like a year or a month. */
const slug = fc.oneof(
  fc.constantFrom('2026', '11', 'news', 'archive', 'tag', 'section', 'index', 'feed'),
  fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/),
);
const list = fc.oneof(
  fc.constant('home'),
  fc.tuple(fc.constantFrom('section', 'tag', 'author'), slug).map((parts) => parts.join('/')),
);
const month = fc
  .tuple(fc.integer({ min: 1605, max: 9998 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, nth]) => `${year}-${String(nth).padStart(2, '0')}`);

/** Paths that ingest takes for an article. */
const id = fc
  .array(fc.oneof(slug, fc.constantFrom('404', 'consent', 'page')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('/'))
  .filter((path) => placeOf(`articles/${path}.md`).kind === 'article');

describe('page names', () => {
  it('tell the newest page of each list', () => {
    fc.assert(
      fc.property(list, (name) => {
        expect(parsePage(latestPage(name))).toEqual({ kind: 'list', list: name });
      }),
    );
  });

  it('tell each month of each list', () => {
    fc.assert(
      fc.property(list, month, (name, when) => {
        const parsed = parsePage(monthPage(name, when));
        expect(parsed).toEqual({ kind: 'list', list: name, month: when });
      }),
    );
  });

  it('tell each address that an article may have', () => {
    fc.assert(
      fc.property(id, (path) => {
        expect(parsePage(addressOf(path))).toEqual({ kind: 'address', id: path });
      }),
    );
  });

  it.each([
    ['', { kind: 'list', list: 'home' }],
    ['feed.xml', { kind: 'feed', list: 'home', format: 'rss' }],
    ['section/news/atom.xml', { kind: 'feed', list: 'section/news', format: 'atom' }],
    ['sitemap-2026-11.xml', { kind: 'sitemap', part: { month: '2026-11' } }],
    ['archive/', { kind: 'archive' }],
    ['preview/2026/11/wall/0f3a/', { kind: 'preview', id: '2026/11/wall', token: '0f3a' }],
    ['404.html', { kind: 'not-found' }],
    ['assets/screen.0123.css', { kind: 'asset', name: 'screen.0123.css' }],
    ['2026/11/', { kind: 'address', id: '2026/11' }],
    ['news/2026/11/', { kind: 'address', id: 'news/2026/11' }],
  ])('tell what “%s” is', (page, parsed) => {
    expect(parsePage(page)).toEqual(parsed);
  });

  it('never share an object of the site', () => {
    const page = fc.oneof(
      list.map(latestPage),
      fc.tuple(list, month).map(([name, when]) => monthPage(name, when)),
      id.map(addressOf),
      fc.constantFrom('feed.xml', '404.html'),
    );
    fc.assert(
      fc.property(page, page, (one, other) => {
        fc.pre(one !== other);
        expect(siteKey(one)).not.toBe(siteKey(other));
      }),
    );
  });
});
