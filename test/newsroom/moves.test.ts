import { beforeEach, describe, expect, it } from 'vitest';
import { calmNewsroom } from './calm.ts';
import type { Edit } from './edits.ts';
import { movedSource } from './sources.ts';

let calm: Awaited<ReturnType<typeof calmNewsroom>>;

beforeEach(async () => {
  calm = await calmNewsroom();
});

const put = (name: string, moved: Parameters<typeof movedSource>[0] = {}): Edit => ({
  do: 'upload',
  key: `articles/${name}.md`,
  body: movedSource(moved),
});
const remove = (name: string): Edit => ({ do: 'delete', key: `articles/${name}.md` });
const leadsTo = async (address: string) =>
  /content="0; url=(.+?)"/.exec((await calm.page(address)) ?? '')?.[1];
const codesOf = (name: string) => calm.codesOf(name);

describe('a file that was renamed and says so', () => {
  const renamed = put('new', { title: 'The wall', aliases: ['/old/'] });

  it.each([
    ['deleted first', [remove('old'), renamed]],
    ['deleted afterwards', [renamed, remove('old')]],
  ])('answers at the old address, the old file %s', async (_, edits) => {
    await calm.after(put('old'), ...edits);
    const page = (await calm.page('old/')) ?? '';
    expect(page).toContain('<link rel="canonical" href="https://galley.example/new/">');
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/new/">');
    expect(page).toContain('<a href="/new/">The wall</a>');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toMatch(/<script|<style| style=/);
    expect(await codesOf('new')).toBeUndefined();
    expect(calm.newsroom.cdn.forgotten()).toEqual([]);
  });

  it('is named there by its present title', async () => {
    await calm.after(renamed, put('new', { title: 'Tides & <b>', aliases: ['old'] }));
    expect(await calm.page('old/')).toContain('>Tides &amp; &lt;b&gt;</a>');
  });

  it('is named there in the language of the site', async () => {
    await calm.after(renamed);
    const body = 'title: البريد\nlanguage: ar\nurl: https://post.example\n';
    await calm.after({ do: 'upload', key: 'site.yaml', body });
    const page = await calm.page('old/');
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('href="https://post.example/new/"');
  });

  it.each([
    ['deleted', remove('new')],
    ['made a draft', put('new', { aliases: ['old'], status: 'draft' })],
    ['no longer saying so', put('new')],
    ['scheduled', put('new', { aliases: ['old'], date: '2026-12-01' })],
  ])('answers there no more when it is %s', async (_, edit) => {
    await calm.after(renamed, edit);
    expect(await calm.page('old/')).toBeUndefined();
    expect(calm.newsroom.cdn.forgotten()).toEqual([]);
    await calm.after(renamed);
    expect(await leadsTo('old/')).toBe('/new/');
  });

  it('does not answer at its old addresses of before unless it names them too', async () => {
    await calm.after(renamed, remove('new'), put('newest', { aliases: ['new'] }));
    expect(await calm.page('old/')).toBeUndefined();
    await calm.after(put('newest', { aliases: ['new', 'old'] }));
    expect([await leadsTo('new/'), await leadsTo('old/')]).toEqual(['/newest/', '/newest/']);
  });
});

describe('a former address', () => {
  const report = async (name: string) => calm.report(`articles/${name}.md`);

  it('is that of a file which stands there, and the report names both', async () => {
    await calm.after(put('old', { title: 'Old' }), put('new', { aliases: ['old'] }));
    expect(await calm.page('old/')).toContain('<h1>Old</h1>');
    expect(await calm.page('new/')).toBeDefined();
    expect(await report('new')).toMatchObject({
      outcome: 'published',
      problems: [{ code: 'alias-taken', severity: 'error', line: 4, column: 11 }],
    });
    const [{ message = '' } = {}] = (await report('new'))?.problems ?? [];
    expect(message).toContain('articles/old.md');
    expect(message).toContain('articles/new.md');
  });

  it('goes to a file that comes later, and back when that goes', async () => {
    await calm.after(put('new', { aliases: ['old'] }), put('old', { title: 'Old' }));
    expect(await calm.page('old/')).toContain('<h1>Old</h1>');
    expect(await codesOf('new')).toEqual(['alias-taken']);
    await calm.after(remove('old'));
    expect(await leadsTo('old/')).toBe('/new/');
    expect(await codesOf('new')).toBeUndefined();
  });

  it('is that of a draft too, which says so to nobody else', async () => {
    await calm.after(put('new', { aliases: ['old'] }), put('old', { status: 'draft' }));
    expect(await calm.page('old/')).toBeUndefined();
    expect(await codesOf('new')).toEqual(['alias-taken']);
  });

  it('is free when the file that stands there was never good', async () => {
    await calm.after(put('new', { aliases: ['old'] }), put('old', { date: 'never' }));
    expect(await leadsTo('old/')).toBe('/new/');
    expect(await codesOf('new')).toBeUndefined();
  });

  it('belongs to the file that has named it for longest, and the report names both', async () => {
    await calm.after(put('b', { aliases: ['old'] }), put('a', { aliases: ['old'] }), put('b'));
    expect(await leadsTo('old/')).toBe('/a/');
    await calm.after(put('b', { aliases: ['old'] }));
    expect(await leadsTo('old/')).toBe('/a/');
    expect(await codesOf('a')).toBeUndefined();
    const [{ message = '', code } = {}] = (await report('b'))?.problems ?? [];
    expect(code).toBe('alias-taken');
    expect(message).toContain('articles/a.md');
    expect(message).toContain('articles/b.md');
    await calm.after(remove('a'));
    expect(await leadsTo('old/')).toBe('/b/');
    expect(await codesOf('b')).toBeUndefined();
  });

  it('stays with a scheduled article, and leads there when it is live', async () => {
    await calm.after(put('a', { aliases: ['old'], date: '2026-11-11' }));
    await calm.after(put('b', { aliases: ['old'] }));
    expect(await calm.page('old/')).toBeUndefined();
    expect(await codesOf('b')).toEqual(['alias-taken']);
    await calm.after({ do: 'wait', hours: 24 });
    expect(await leadsTo('old/')).toBe('/a/');
  });

  it('never leads in a circle', async () => {
    await calm.after(put('a', { aliases: ['b'] }), put('b', { aliases: ['a'] }));
    expect([await leadsTo('a/'), await leadsTo('b/')]).toEqual([undefined, undefined]);
    expect([await codesOf('a'), await codesOf('b')]).toEqual([['alias-taken'], ['alias-taken']]);
    await calm.after(remove('b'));
    expect(await leadsTo('b/')).toBe('/a/');
    expect(await codesOf('a')).toBeUndefined();
  });
});

describe('replies to a former address', () => {
  const word = 'Fine wall.';
  const approved: Edit[] = [
    { do: 'reply', article: 'old', text: word },
    { do: 'decide', nth: 0, to: 'approved' },
  ];

  it('come along when the file says formerly', async () => {
    await calm.after(put('old'), ...approved, remove('old'), put('new', { formerly: ['old'] }));
    expect(await leadsTo('old/')).toBe('/new/');
    expect(await calm.page('new/')).toContain(word);
    expect((await calm.newsroom.catalog.article('new'))?.card?.replyCount).toBe(1);
  });

  it('stay behind when it only says aliases', async () => {
    await calm.after(put('old'), ...approved, remove('old'), put('new', { aliases: ['old'] }));
    expect(await calm.page('new/')).not.toContain(word);
    expect((await calm.newsroom.catalog.article('new'))?.card?.replyCount).toBe(0);
  });

  it('are decided about as before, and withdrawn from the page that shows them', async () => {
    await calm.after(put('new', { formerly: ['old'] }), ...approved);
    expect(await calm.page('new/')).toContain(word);
    await calm.after({ do: 'decide', nth: 0, to: 'spam' });
    expect(await calm.page('new/')).not.toContain(word);
    expect(calm.newsroom.cdn.forgotten()).toEqual([]);
  });

  it('are shown once, by the article that has the address', async () => {
    await calm.after(put('a', { formerly: ['old'] }), put('b', { formerly: ['old'] }), ...approved);
    expect(await calm.page('a/')).toContain(word);
    expect(await calm.page('b/')).not.toContain(word);
    await calm.after(put('a'));
    expect(await calm.page('a/')).not.toContain(word);
    expect(await calm.page('b/')).toContain(word);
  });

  it('stay where they are while a file stands there', async () => {
    await calm.after(put('old'), ...approved, put('new', { formerly: ['old'] }));
    expect(await calm.page('old/')).toContain(word);
    expect(await calm.page('new/')).not.toContain(word);
  });
});
