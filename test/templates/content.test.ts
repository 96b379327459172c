import { describe, expect, it } from 'vitest';
import { parsed } from '../functions/render/parsed-html.ts';
import { samplePages, sampleSite } from './sample-site.ts';

const newsroom = await sampleSite();

describe('the sample newsroom', () => {
  it('has nothing that its authors would get a report about', () => {
    expect(newsroom.reports).toEqual({});
  });

  it('has six articles or more, in three sections and two months', async () => {
    const cards = await newsroom.catalog.latest('home', 20);
    expect(cards.length).toBeGreaterThanOrEqual(6);
    expect(new Set(cards.map(({ section }) => section?.slug)).size).toBe(3);
    expect(new Set(cards.map(({ date }) => date.slice(0, 7))).size).toBeGreaterThanOrEqual(2);
  });

  it('leads with the article that shows all that an author can write', async () => {
    const [lead] = await newsroom.catalog.latest('home', 1);
    expect(`${lead?.id}/`).toBe(samplePages.article);
    expect(lead?.hero).toMatchObject({ caption: /./, credit: /./, alt: /./ });
    const { elements, text } = parsed(await newsroom.page(samplePages.article));
    const sections = elements.filter(
      ({ name, attributes: { id } }) => name === 'h2' && id && id !== 'leave-a-reply',
    );
    expect(sections).toHaveLength(3);
    expect(elements.some(({ name }) => name === 'blockquote')).toBe(true);
    const classes = elements.map(({ attributes }) => attributes.class);
    expect(classes).toEqual(expect.arrayContaining(['quotation', 'pullquote', 'footnotes']));
    expect(text).toMatch(/“.+”/);
  });

  it('leads to nothing that is not there', async () => {
    const cards = await newsroom.catalog.latest('home', 20);
    const names = [...Object.values(samplePages), ...cards.map(({ id }) => `${id}/`)];
    const links = new Set<string>();
    for (const name of names) {
      const { elements } = parsed(await newsroom.page(name));
      for (const { attributes } of elements) {
        const [path] = (attributes.href ?? '').split('#');
        if (path?.startsWith('/') && path !== '/consent.css') links.add(path.slice(1));
      }
    }
    await Promise.all([...links].map((link) => newsroom.page(link)));
    expect(links.size).toBeGreaterThan(20);
  });
});
