import { describe, expect, it } from 'vitest';
import { accountAddress, accountsIn } from '../../../../functions/render/theme/accounts.ts';
import { authorOf } from '../../../../functions/render/theme/ghost/names.ts';
import { postOf } from '../../../../functions/render/theme/ghost/post.ts';
import { siteOf } from '../../../../functions/render/theme/ghost/site.ts';
import { renderView } from '../../../../functions/render/theme/index.ts';
import type { Profile } from '../../../../functions/shared/model.ts';
import { imageInfo } from '../../shared/image-info.ts';
import { parsed } from '../parsed-html.ts';
import { card, listView, site } from './newsroom.ts';

const picture = { ...imageInfo('/images/ada.jpg.0123456789abcdef-800.jpg'), alt: 'Ada.' };
const ada: Profile = {
  slug: 'ada',
  name: 'Ada Quay',
  bio: 'Writes about tides.',
  picture,
  links: [
    { label: 'Blog', url: 'https://ada.example/' },
    { label: 'On X', url: 'https://twitter.com/ada' },
    { label: 'mastodon', url: 'https://sea.example/@ada' },
  ],
};
const settings = { ...site.settings, profiles: [ada] };

describe('an author in terms of Ghost', () => {
  it('is as authors.yaml says', () => {
    expect(authorOf({ slug: 'ada', name: 'Ada' }, settings)).toMatchObject({
      slug: 'ada',
      name: 'Ada Quay',
      bio: 'Writes about tides.',
      profile_image: picture.url,
      profile_image_alt: 'Ada.',
      website: 'https://ada.example/',
      twitter: '@ada',
      mastodon: 'sea.example/@ada',
      facebook: null,
      links: ada.links,
      url: '/author/ada/',
    });
  });

  it('who is not in it has a name and nothing else', () => {
    expect(authorOf({ slug: 'bob', name: 'Bob' }, settings)).toMatchObject({
      name: 'Bob',
      bio: null,
      profile_image: null,
      website: null,
      twitter: null,
      links: [],
    });
  });

  it('is the same in the byline of an article', () => {
    const { primary_author } = postOf(card, { ...site, settings });
    expect(primary_author).toEqual(authorOf({ slug: 'ada', name: 'Ada' }, settings));
  });
});

describe('links to accounts', () => {
  it.each([
    ['X', 'https://x.com/ada', 'twitter', '@ada', 'https://x.com/ada'],
    ['Facebook', 'https://www.facebook.com/ada/', 'facebook', 'ada', undefined],
    ['L', 'https://de.linkedin.com/in/ada', 'linkedin', 'in/ada', undefined],
    ['L', 'https://www.linkedin.com/company/post', 'linkedin', 'company/post', undefined],
    ['B', 'https://bsky.app/profile/ada.example', 'bluesky', 'ada.example', undefined],
    ['T', 'https://www.threads.com/@ada', 'threads', 'ada', 'https://www.threads.net/@ada'],
    ['T', 'https://www.tiktok.com/@ada', 'tiktok', 'ada', undefined],
    ['Y', 'https://www.youtube.com/@ada', 'youtube', '@ada', undefined],
    ['I', 'https://www.instagram.com/ada', 'instagram', 'ada', undefined],
    ['Mastodon', 'https://sea.example/@ada', 'mastodon', 'sea.example/@ada', undefined],
  ])('%s %s are of %s, by the name %s', (label, url, platform, name, again) => {
    expect(accountsIn([{ label, url }])[platform]).toBe(name);
    const address = accountAddress(platform, name);
    const same = url.replace('de.linkedin', 'www.linkedin').replace(/\/$/, '');
    expect(address).toBe(again ?? same);
  });

  it.each([
    ['mailto:ada@example.org', null],
    ['/about/', null],
    ['https://ada.example/@ada', 'https://ada.example/@ada'],
    ['https://notx.com/ada', 'https://notx.com/ada'],
    ['https://x.com/', null],
  ])('%s is no account; as a website it is %s', (url, website) => {
    const { website: found, ...accounts } = accountsIn([{ label: 'Me', url }]);
    expect(found).toBe(website);
    expect(Object.values(accounts).filter(Boolean)).toEqual([]);
  });
});

describe('the site in terms of Ghost', () => {
  const social = [{ label: 'Facebook', url: 'https://www.facebook.com/gazette' }];
  const around = { ...site, settings: { ...settings, social, logo: { ...picture, alt: 'Us' } } };

  it('has its logo and its accounts', () => {
    const { logo, facebook, links } = siteOf(around, { kind: 'not-found' });
    expect({ logo, facebook, links }).toEqual({
      logo: picture.url,
      facebook: 'gazette',
      links: social,
    });
  });

  it('has the logo in place of its name, and links to its accounts', () => {
    const { elements, text } = parsed(renderView({ kind: 'not-found' }, around));
    const logos = elements.filter(({ attributes }) => attributes.class === 'site-logo');
    expect(logos.map(({ attributes }) => attributes.alt)).toEqual(['Us']);
    const links = elements.filter(({ attributes }) => attributes.rel === 'me');
    expect(links.map(({ attributes }) => attributes.href)).toEqual([social[0]?.url]);
    expect(text).toContain('Facebook');
  });
});

it('the page of an author shows biography, portrait and links', () => {
  const ref = { slug: 'ada', name: 'Ada Quay' };
  const view = listView({ list: 'author/ada', listKind: 'author', ref });
  const { elements, text } = parsed(renderView(view, { ...site, settings }));
  expect(text).toContain('Writes about tides.');
  const [portrait] = elements.filter(({ attributes }) => attributes.class === 'portrait');
  expect(portrait?.attributes).toMatchObject({
    alt: 'Ada.',
    src: '/images/ada.jpg.0123456789abcdef-480.jpg',
  });
  const links = elements.filter(({ attributes }) => attributes.rel === 'me');
  expect(links.map(({ attributes }) => attributes.href)).toEqual(ada.links.map(({ url }) => url));
});
