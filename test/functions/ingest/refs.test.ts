import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../../functions/ingest/check-article.ts';
import { slugOf } from '../../../functions/ingest/refs.ts';
import { article, check, now, settings } from './check.ts';

describe('the address of a name', () => {
  it.each([
    ['Müller & Söhne', 'mueller-and-soehne'],
    ['Дмитрий Игорь', 'dmitriy-igor'],
    ['Αθήνα', 'athina'],
    ['100 %', '100'],
    ['Fun 🎉', 'fun'],
  ])('is spelt in Latin: %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each([
    '张伟',
    '山田太郎',
    '김철수',
    'สมชาย',
    'रवि',
    'דוד',
    '🎉',
    '+++',
    // A part that can be spelt is not enough: 王 Wei would be the same.
    '张 Wei',
    '東京 2020',
  ])('is a number of its own when that cannot be done: %s', (name) => {
    expect(slugOf(name)).toMatch(/^n[0-9a-f]{10}$/);
    expect(slugOf(`${name}x ${name}`)).not.toBe(slugOf(name));
  });

  it('never changes, and is the same however the name is encoded', () => {
    expect(slugOf('張偉')).toBe('ncd09b14f90');
    expect(slugOf('김'.normalize('NFD'))).toBe(slugOf('김'));
  });

  it.each(['', '!?', '—', '…', ' . '])('is empty for mere punctuation: %j', (name) => {
    expect(slugOf(name)).toBe('');
  });
});

it('an article may be by 山田太郎 and about 港', () => {
  const { problems, source } = check(article('author: 山田太郎\ntags: [港, 市]\n'));
  expect(problems).toEqual([]);
  expect(source?.authors).toEqual([{ slug: slugOf('山田太郎'), name: '山田太郎' }]);
  expect(new Set(source?.tags.map(({ slug }) => slug)).size).toBe(2);
});

it.each([
  ['Ada', 'ada-l'],
  ['ada', 'ada'],
  ['ADA', 'ada'],
  ['Ada Lovelace', 'ada'],
])('a byline means whoever is called exactly that before a slug: %s', (author, slug) => {
  const profiles = [
    { slug: 'ada', name: 'Ada Lovelace', links: [] },
    { slug: 'ada-l', name: 'Ada', links: [] },
  ];
  const bytes = new TextEncoder().encode(article(`author: ${author}\n`));
  const key = 'articles/wall.md';
  const known = { ...settings, profiles };
  const { source } = checkArticle({ key, bytes, kind: 'article', settings: known, now });
  expect(source?.authors.map((ref) => ref.slug)).toEqual([slug]);
});
