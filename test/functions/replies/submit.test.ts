import { beforeEach, describe, expect, it } from 'vitest';
import { article, eventOf, formEvent, formIn, good, jsonEvent, startApi, withBody } from './api.ts';

let api: Awaited<ReturnType<typeof startApi>>;

beforeEach(async () => {
  api = await startApi();
});

const long = (length: number) => '🌊'.repeat(length);
const formType = 'application/x-www-form-urlencoded';

describe('a reply that is fine', () => {
  it('leads the browser back to the article, to the word that it was received', async () => {
    const answer = await api.send(eventOf('reply-form'));
    expect(answer.statusCode).toBe(303);
    expect(answer.headers?.location).toBe('/2026/11/harbour-wall/#reply-received');
  });

  it('is held, stored as typed, without anything about the reader that was not typed', async () => {
    await api.send(eventOf('reply-form'));
    expect(await api.held()).toEqual([
      {
        article,
        id: '00000000000000000000000001',
        name: 'Ada Lovelace',
        email: 'ada@example.org',
        website: 'https://example.org/',
        text: 'A *fine* wall.\r\n\r\nReally.',
        created: '2026-11-24T12:00:00.000Z',
        state: 'held',
        reasons: ['moderation'],
        decisions: [],
      },
    ]);
  });

  it('sent as JSON is answered as JSON, without the e-mail', async () => {
    const answer = await api.send(eventOf('reply-json'));
    expect(answer.statusCode).toBe(201);
    expect(JSON.parse(answer.body ?? '')).toEqual({
      id: '00000000000000000000000001',
      state: 'held',
      article,
      created: '2026-11-24T12:00:00.000Z',
    });
  });

  it.each([
    ['as short as can be', { reply: '.' }],
    ['of ten thousand characters of four bytes', { reply: long(10_000) }],
    ['whose line breaks count once', { reply: 'x\r\n'.repeat(5_000) }],
    ['without e-mail and website', { email: '', website: undefined }],
    ['with a name in another script', { name: 'שָׁלוֹם 山田' }],
    ['with the longest name', { name: long(100) }],
    ['with an apostrophe in the e-mail', { email: "o'neill+news@mail.example.org" }],
    ['with a long website', { website: `http://example.org/?q=${'x'.repeat(478)}` }],
    ['with white space around the small fields', { name: ' Ada ', email: ' ada@example.org ' }],
    ['with a field we do not know', { state: 'approved', id: 'mine', colour: 'red' }],
    ['to an article that opens replies itself', { article: 'open' }],
  ])('%s is taken', async (_name, fields) => {
    expect((await api.send(formEvent({ ...good, ...fields }))).statusCode).toBe(303);
    expect(await api.held()).toHaveLength(1);
  });

  it('cannot say its own state, id or time', async () => {
    await api.send(
      jsonEvent({ ...good, state: 'approved', id: 'mine', created: '1999', reasons: [] }),
    );
    expect(await api.held()).toMatchObject([
      { state: 'held', reasons: ['moderation'], created: '2026-11-24T12:00:00.000Z' },
    ]);
  });

  it('answers an approved reply of the same article', async () => {
    const parent = await approvedReply();
    await api.send(formEvent({ ...good, parent }));
    expect(await api.held()).toMatchObject([{ parent }]);
  });

  it('may say null in JSON for a field it leaves out', async () => {
    await api.send(jsonEvent({ ...good, email: null, parent: null }));
    expect((await api.held())[0]).not.toHaveProperty('email');
  });
});

describe('a reply with something wrong', () => {
  it.each([
    ['an empty reply', { reply: '' }, 'reply'],
    ['a reply of white space', { reply: ' \r\n\t ' }, 'reply'],
    ['a reply of invisible marks', { reply: '\u200b\u2060' }, 'reply'],
    ['a reply that is not there', { reply: undefined }, 'reply'],
    ['a reply of 10,001 characters', { reply: long(10_001) }, 'reply'],
    ['no name', { name: '' }, 'name'],
    ['a name of white space', { name: '   ' }, 'name'],
    ['a name of 101 characters', { name: long(101) }, 'name'],
    ['a name of two lines', { name: 'Ada\r\nLovelace' }, 'name'],
    ['a name with a control character', { name: 'Ada\u0007' }, 'name'],
    ['a name that turns the text around', { name: 'Ada\u202e' }, 'name'],
    ['an e-mail without an at sign', { email: 'ada.example.org' }, 'email'],
    ['an e-mail with a line break', { email: 'ada@example.org\nbcc:eve@example.org' }, 'email'],
    ['two e-mails', { email: 'ada@example.org,eve@example.org' }, 'email'],
    ['an e-mail of 255 characters', { email: `${'a'.repeat(243)}@example.org` }, 'email'],
    ['a website without a scheme', { website: 'example.org' }, 'website'],
    ['a website of another scheme', { website: 'ftp://example.org/' }, 'website'],
    ['a website that runs', { website: 'javascript:alert(1)//https://example.org' }, 'website'],
    ['a website in a data address', { website: 'data:text/html,https://' }, 'website'],
    ['a website with a space', { website: 'https://example.org/ onclick=x' }, 'website'],
    ['a website with a control character', { website: 'https://example.org/\u0000' }, 'website'],
    ['a website with a user', { website: 'https://bank.example@evil.example/' }, 'website'],
    ['a website without a host', { website: 'https://' }, 'website'],
    [
      'a website of 501 characters',
      { website: `https://example.org/${'x'.repeat(481)}` },
      'website',
    ],
  ])('%s is marked in the form, which holds what was typed', async (_name, fields, field) => {
    const answer = await api.send(formEvent({ ...good, ...fields }));
    const form = formIn(answer);
    const { reply = '', name, email, website } = { ...good, ...fields };
    expect(answer.statusCode).toBe(422);
    expect(form.problems.map((problem) => problem.field)).toEqual([field]);
    expect(form.values).toEqual({ reply, name, email, website });
    expect(form.card?.id).toBe(article);
    expect(form.retry).toBe(true);
    expect(await api.held()).toEqual([]);
  });

  it('names each field once', async () => {
    const nothing = { article, reply: '', name: '', email: 'x', website: 'x' };
    const answer = await api.send(jsonEvent(nothing));
    const { error } = JSON.parse(answer.body ?? '');
    expect(answer.statusCode).toBe(422);
    expect(error.code).toBe('invalid');
    expect(error.problems.map((problem: { field: string }) => problem.field)).toEqual([
      'reply',
      'name',
      'email',
      'website',
    ]);
  });

  it('says how long it is', async () => {
    const answer = await api.send(formEvent({ ...good, reply: 'x'.repeat(10_012) }));
    expect(formIn(answer).problems[0]?.message).toContain('10,012');
  });

  it.each([
    ['an unknown article', { article: '2026/11/nowhere' }, 404, 'unknown-article'],
    ['an article that was taken down', { article: 'gone' }, 404, 'unknown-article'],
    ['no article', { article: '' }, 404, 'unknown-article'],
    ['an article no table could hold', { article: 'x'.repeat(3_000) }, 404, 'unknown-article'],
    ['an article that closed replies', { article: 'closed' }, 409, 'replies-closed'],
    ['an article without replies', { article: 'off' }, 409, 'replies-closed'],
    ['a standing page', { article: 'about' }, 409, 'replies-closed'],
    ['a parent that is not there', { parent: '01JD0000000000000000000001' }, 422, 'unknown-parent'],
    ['a parent that cannot be one', { parent: '../x' }, 422, 'unknown-parent'],
    ['the bot trap filled', { leave_empty: 'https://spam.example/' }, 422, 'trap-filled'],
    ['a number for a name', { name: 1 }, 422, 'invalid'],
    ['a list for a reply', { reply: ['x'] }, 422, 'invalid'],
    ['half a character', { reply: '\ud83c' }, 400, 'bad-encoding'],
  ])('%s is refused', async (_name, fields, status, code) => {
    const answer = await api.send(jsonEvent({ ...good, ...fields }));
    const { error } = JSON.parse(answer.body ?? '');
    expect([answer.statusCode, error.code]).toEqual([status, code]);
    expect(error.message).toMatch(/\.$/);
    expect(await api.held()).toEqual([]);
  });

  it.each([
    ['an unknown article', { article: '2026/11/nowhere' }, 404, false],
    ['an article that closed replies', { article: 'closed' }, 409, false],
    ['the bot trap filled', { leave_empty: 'x' }, 422, true],
  ])('%s leaves the typed text in the page', async (_name, fields, status, retry) => {
    const answer = await api.send(formEvent({ ...good, ...fields }));
    expect(answer.statusCode).toBe(status);
    expect(answer.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(formIn(answer)).toMatchObject({ retry, values: { reply: good.reply, name: good.name } });
  });

  it('to a held reply is refused: nobody can have read that', async () => {
    await api.send(formEvent());
    const [held] = await api.held();
    const answer = await api.send(formEvent({ ...good, reply: 'Yes.', parent: held?.id }));
    expect(answer.statusCode).toBe(422);
  });

  it('to a reply of another article is refused', async () => {
    const parent = await approvedReply();
    const answer = await api.send(formEvent({ ...good, article: 'open', parent }));
    expect(answer.statusCode).toBe(422);
  });

  it.each(['closed', 'off'] as const)('finds replies %s by the settings', async (rule) => {
    api = await startApi(rule);
    expect((await api.send(formEvent())).statusCode).toBe(409);
    expect((await api.send(formEvent({ ...good, article: 'open' }))).statusCode).toBe(303);
  });
});

describe('a body that cannot be read', () => {
  const body = `article=${encodeURIComponent(article)}&name=Ada&reply=`;
  const multipart = [
    ['reply', 'Typed at length.'],
    ['article', article],
  ].map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );

  it.each([
    ['a form over 64 KiB', `${body}${'x'.repeat(65_536)}`, formType, 413, 'x'.repeat(65_536)],
    ['a form with a broken escape', `${body}100%`, formType, 400, '100%'],
    ['a form that is not UTF-8', `${body}caf%E9`, formType, 400, 'caf\ufffd'],
    ['plain text', `${body}one`, 'text/plain', 415, 'one'],
    ['no content type', `${body}one`, undefined, 415, 'one'],
    [
      'a multipart form',
      `${multipart.join('')}--x--\r\n`,
      'multipart/form-data; boundary=x',
      415,
      'Typed at length.',
    ],
    ['a broken multipart form', 'reply', 'multipart/form-data', 415, ''],
  ])(
    '%s is refused with a page that holds what could be read',
    async (_name, sent, type, status, typed) => {
      const event = withBody(eventOf('reply-form'), sent);
      const { 'content-type': _type, ...headers } = event.headers;
      const named = {
        ...event,
        headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
      };
      const answer = await api.send(named);
      expect(answer.statusCode).toBe(status);
      expect(formIn(answer).values.reply).toBe(typed);
      expect(await api.held()).toEqual([]);
    },
  );

  it('is refused when raw bytes are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(body), Buffer.from([0xff])]);
    expect((await api.send(withBody(eventOf('reply-form'), bytes))).statusCode).toBe(400);
  });

  it.each([
    ['no JSON', 'reply=x', 400, 'bad-json'],
    ['nothing', '', 400, 'bad-json'],
    ['a list', '[]', 400, 'bad-json'],
    ['null', 'null', 400, 'bad-json'],
    ['too much', JSON.stringify({ ...good, reply: 'x'.repeat(65_536) }), 413, 'too-large'],
    ['a prototype', '{"__proto__": {"reply": "x", "name": "x"}}', 422, 'invalid'],
  ])('%s sent as JSON is refused as JSON', async (_name, sent, status, code) => {
    const answer = await api.send(jsonEvent(sent));
    expect(answer.statusCode).toBe(status);
    expect(JSON.parse(answer.body ?? '').error.code).toBe(code);
  });

  it('gives back nothing of what is too large for any answer', async () => {
    const answer = await api.send(withBody(eventOf('reply-form'), `${body}${'&'.repeat(600_000)}`));
    expect(answer.statusCode).toBe(413);
    expect(formIn(answer).values.name).toBe('');
  });
});

describe('the same reply again', () => {
  it('is one reply with the same answer', async () => {
    const first = await api.send(formEvent());
    api.later(1_000);
    expect(await api.send(formEvent())).toEqual(first);
    expect(await api.held()).toHaveLength(1);
  });

  it('in JSON is answered with 200 and the first reply', async () => {
    const first = await api.send(jsonEvent());
    const second = await api.send(jsonEvent());
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(second.body).toBe(first.body);
  });

  it('is the same with other line breaks, accents and white space around it', async () => {
    await api.send(formEvent({ ...good, reply: 'One\r\ncafé' }));
    await api.send(jsonEvent({ ...good, name: ' Ada', reply: 'One\ncafe\u0301\n' }));
    expect(await api.held()).toHaveLength(1);
  });

  it('does not tell that it was found to be spam', async () => {
    const first = await api.send(jsonEvent());
    const [held] = await api.held();
    const at = '2026-11-24T12:00:00.000Z';
    await api.comments.decide(article, String(held?.id), {
      from: 'held',
      to: 'spam',
      who: 'me',
      at,
    });
    expect((await api.send(jsonEvent())).body).toBe(first.body);
  });

  it.each([
    ['another text', { reply: 'Another.' }],
    ['another name', { name: 'Eve' }],
    ['another e-mail', { email: '' }],
    ['another website', { website: '' }],
    ['another article', { article: 'open' }],
  ])('with %s is another reply', async (_name, fields) => {
    await api.send(formEvent());
    await api.send(formEvent({ ...good, ...fields }));
    expect(await api.held()).toHaveLength(2);
  });

  it('is another reply a day later', async () => {
    await api.send(formEvent());
    api.later(25 * 60 * 60 * 1000);
    await api.send(formEvent());
    expect(await api.held()).toHaveLength(2);
  });
});

/** Stores a reply, approves it, answers its id. */
async function approvedReply(): Promise<string> {
  await api.send(formEvent({ ...good, reply: 'First.' }));
  const [held] = await api.held();
  const at = '2026-11-24T12:00:00.000Z';
  await api.comments.decide(article, String(held?.id), {
    from: 'held',
    to: 'approved',
    who: 'me',
    at,
  });
  return String(held?.id);
}
