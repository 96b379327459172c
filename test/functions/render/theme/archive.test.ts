import * as theme from 'galley:theme';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../../functions/render/theme/engine.ts';
import { pageOf } from '../../../../functions/render/theme/ghost/page.ts';
import { renderView } from '../../../../functions/render/theme/index.ts';
import { parsed } from '../parsed-html.ts';
import { card, cards, listView, site } from './newsroom.ts';

const view = { kind: 'archive' as const, months: ['2026-11', '2026-01', '2019-12'] };

function linksIn(html: string): string[] {
  const links = parsed(html).elements.filter(({ name }) => name === 'a');
  return links.map(({ attributes }) => attributes.href ?? '').filter((href) => /\d/.test(href));
}

const months = ['/archive/2026/11/', '/archive/2026/01/', '/archive/2019/12/'];

describe('the overview of the archive', () => {
  it('has the years with a link to each month that has articles, newest first', () => {
    expect(pageOf(view, site).root).toMatchObject({
      relativeUrl: '/archive/',
      years: [
        { year: '2026', months: [{ name: 'November' }, { name: 'January' }] },
        { year: '2019', months: [{ name: 'December', url: '/archive/2019/12/' }] },
      ],
    });
    expect(linksIn(renderView(view, site))).toEqual(months);
  });

  it('names months in the language of the site', () => {
    const german = { ...site, settings: { ...site.settings, language: 'de' } };
    expect(renderView(view, german)).toContain('Dezember');
  });

  it('is a standing page to a theme that has no template for it', () => {
    const { root, templates } = pageOf(view, site);
    const { templateFor, renderTemplate } = createEngine({
      ...theme,
      layouts: {},
      templates: { page: theme.templates.page as never, index: theme.templates.index as never },
    });
    const name = templateFor(templates);
    expect(name).toBe('page');
    const frame = {
      site: {},
      config: {},
      custom: {},
      member: null,
      page: { show_title_and_feature_image: true },
    };
    const surroundings = { view, site, pages: {}, today: undefined, partial: () => '' };
    const html = renderTemplate(name, root, { ...frame, galley: surroundings });
    expect(linksIn(html)).toEqual(months);
    expect(html).toContain('Archive');
  });
});

describe('a month with very many articles', () => {
  const many = Array.from({ length: 130 }, (_, nth) => ({
    ...card,
    id: `n${nth}`,
    title: `N ${nth}`,
  }));
  const html = renderView(listView({ cards: many, month: '2026-11' }), site);

  it('shows a hundred of them as cards and leads to all the others', () => {
    expect(html.match(/<article class="card/g)).toHaveLength(100);
    expect(linksIn(html).filter((href) => /^\/n\d+\/$/.test(href))).toEqual(
      many.map(({ id }) => `/${id}/`),
    );
  });
});

describe('the front page', () => {
  it('marks the articles of its list that it shows as featured', () => {
    const [first, second] = cards(2);
    const featured = second ? [second] : [];
    const { posts } = pageOf(listView({ cards: cards(2), featured }), site).root as {
      posts?: { title: string; lead?: true }[];
    };
    expect(posts?.map(({ title, lead }) => [title, lead])).toEqual([
      [first?.title, undefined],
      [second?.title, true],
    ]);
  });
});
