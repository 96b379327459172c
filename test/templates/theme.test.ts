import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { renderView } from '../../functions/render/theme/index.ts';
import type { View } from '../../functions/render/view.ts';
import { parsed } from '../functions/render/parsed-html.ts';
import { samplePages, sampleSite } from './sample-site.ts';

const newsroom = await sampleSite();
const [card] = await newsroom.catalog.latest('home', 1);

const form = {
  kind: 'reply-form',
  article: card?.id ?? '',
  ...(card && { card }),
  message: 'The reply was not stored yet. Correct what is marked and send it again.',
  problems: [
    { field: 'reply', message: 'Write something: the reply is empty.' },
    { field: 'email', message: 'This is not an e-mail address.' },
    { field: '', message: 'Something is wrong with the whole.' },
  ],
  values: { reply: '\n  <b>kept', name: 'Ada "A"', email: 'nowhere', website: '' },
  retry: true,
} satisfies View;

const decision = {
  kind: 'answer',
  heading: 'Approve <this> reply?',
  says: ['It stands on the page <b>at once</b>.'],
  ...(card && { card }),
  reply: { name: '"><i>Ada', html: '<p>A <em>fine</em> wall.</p>' },
  forms: [
    {
      action: '/api/replies',
      hidden: { token: 'a"b<c' },
      text: { name: 'why', label: 'Why', value: '\n  </textarea>kept' },
      button: 'Approve',
    },
  ],
} satisfies View;

/** An article that nobody answered and nothing is beside. */
const alone = { replies: [], corrections: [], beside: {}, related: [] };

const answer = (view: View) => renderView(view, { settings: newsroom.settings, url: '' });

const pages = await Promise.all(
  Object.entries(samplePages).map(async ([kind, name]) => [kind, await newsroom.page(name)]),
);
pages.push(['form with problems', answer(form)]);
pages.push(['form that is of no use', answer({ ...form, retry: false })]);

pages.push(['answer of the API', answer(decision)]);

// Headlines are the author's, and may be longer than what a search engine shows.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off' },
});

describe.each(pages)('the page of the kind "%s"', (_kind, html = '') => {
  const { elements } = parsed(html);

  it('is valid HTML', async () => {
    const { results } = await validator.validateString(html);
    const messages = results.flatMap((result) => result.messages);
    expect(messages.map(({ message, line }) => `${line}: ${message}`)).toEqual([]);
  });

  it('runs no script', () => {
    const runs = elements.filter(
      ({ name, attributes }) =>
        // What schema.org has words for is no script to a browser, whatever its element is called.
        (name === 'script' && attributes.type !== 'application/ld+json') ||
        Object.keys(attributes).some((each) => each.startsWith('on')),
    );
    expect(runs).toEqual([]);
  });

  it('has no style attribute, which the Content-Security-Policy would ignore', () => {
    expect(elements.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
  });

  it('loads nothing from another host', () => {
    const loaded = elements.flatMap(({ name, attributes }) => [
      attributes.src ?? '',
      attributes.srcset ?? '',
      attributes.action ?? '',
      name === 'link' && attributes.rel === 'stylesheet' ? (attributes.href ?? '') : '',
    ]);
    expect(loaded.filter((address) => !/^(\/(?!\/)|$)/.test(address))).toEqual([]);
    expect(html.match(/url\(|@import/g)).toBeNull();
  });

  it('has one main heading, no level left out, one main part and a language', () => {
    const levels = elements.flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? []).map(Number);
    const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(skipped).toEqual([]);
    expect(elements.filter(({ name }) => name === 'main')).toHaveLength(1);
    expect(elements.find(({ name }) => name === 'html')?.attributes.lang).toBe('en-GB');
  });

  it('says how large each image is, so that nothing jumps when it arrives', () => {
    const images = elements.filter(({ name }) => name === 'img');
    const sizes = images.map(({ attributes: { width, height } }) => Number(width) * Number(height));
    expect(sizes.every((size) => size > 0)).toBe(true);
  });
});

/** HTML with its style; the only other thing an article needs is its picture. */
const budget = 14 * 1024;

it('keeps an article with twenty replies within 14 KB', async () => {
  const html = await newsroom.page(samplePages.article);
  const replies = parsed(html).elements.filter(({ attributes }) => attributes.class === 'reply');
  expect(replies).toHaveLength(20);
  expect(gzipSync(html).byteLength).toBeLessThan(budget);
});

it('gives back what was typed, to the letter', () => {
  const html = answer(form);
  // The parser drops the first line break in a textarea, so the theme writes one more.
  expect(html).toContain('>\n\n  &lt;b&gt;kept</textarea>');
  expect(html).toContain('value="Ada &quot;A&quot;"');
});

it('leads to the front page where sending again is of no use', () => {
  const { elements } = parsed(answer({ ...form, retry: false }));
  const buttons = elements.filter(({ attributes }) => attributes.class === 'button');
  expect(buttons.map(({ attributes }) => attributes.href)).toEqual(['/']);
});

it('offers no form where replies are closed', () => {
  const article = { ...alone, kind: 'article', html: '<p>Text</p>', replyRule: 'closed' };
  const html = answer({ ...article, card } as View);
  expect(html).toContain('takes no more replies');
  expect(html).not.toContain('/api/replies');
});

it.each([
  ['2026-10-26T09:00:00+01:00', true],
  // Thirty minutes later, in the hour that comes twice.
  ['2026-10-25T02:15:00+01:00', true],
  ['2026-10-25T02:45:00+02:00', false],
  [undefined, false],
])('says that an article was updated at %s: %s', (updated, says) => {
  const article = { ...alone, kind: 'article', html: '<p>Text</p>', replyRule: 'off' };
  const dates = { date: '2026-10-25T02:45:00+02:00', ...(updated ? { updated } : {}) };
  const html = answer({ ...article, card: { ...card, ...dates } } as View);
  expect(html.includes('class="updated"')).toBe(says);
});

describe('an answer of the API', () => {
  const html = answer(decision);
  const { elements } = parsed(html);
  const named = (name: string) => elements.filter((element) => element.name === name);

  it('shows a reply as it would stand on the page, and its name as text', () => {
    expect(html).toContain('<p>A <em>fine</em> wall.</p>');
    expect(html).toContain('<b class="name">&quot;&gt;&lt;i&gt;Ada</b>');
  });

  it('has a form that sends what it was given, and the text as it was', () => {
    expect(named('input').map(({ attributes }) => attributes)).toContainEqual(
      expect.objectContaining({ type: 'hidden', name: 'token', value: 'a"b<c' }),
    );
    expect(named('textarea').map(({ attributes }) => attributes.name)).toEqual(['why']);
    expect(html).toContain('>\n\n  &lt;/textarea&gt;kept</textarea>');
  });
});
