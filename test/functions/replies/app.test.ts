import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createApi } from '../../../functions/replies/app.ts';
import { eventOf, formEvent, formIn, good, jsonEvent, startApi, withBody } from './api.ts';

function at(path: string, method = 'POST', event = eventOf('reply-form')) {
  const http = { ...event.requestContext.http, method, path };
  return { ...event, rawPath: path, requestContext: { ...event.requestContext, http } };
}

/** The events are a browser's. A program takes what it gets. */
function fromProgram(event: APIGatewayProxyEventV2) {
  return { ...event, headers: { ...event.headers, accept: '*/*' } };
}

describe('the routes', () => {
  it.each(['/api', '/api/', '/api/reply', '/api/replies/', '/api/__proto__', '/api/constructor'])(
    '%s is unknown',
    async (path) => {
      const { send } = await startApi();
      const answer = await send(fromProgram(at(path)));
      expect(answer.statusCode).toBe(404);
      expect(answer.headers?.['content-type']).toBe('text/plain; charset=utf-8');
    },
  );

  it.each([
    ['GET', '/api/replies', 405],
    ['GET', '/api/consent', 405],
    ['GET', '/api/nothing', 404],
    ['POST', '/api/nothing', 404],
  ])('%s %s is a page without a form for a browser', async (method, path, status) => {
    const { send } = await startApi();
    const answer = await send(at(path, method));
    expect(answer.statusCode).toBe(status);
    expect(answer.headers?.['content-type']).toBe('text/html; charset=utf-8');
    expect(formIn(answer)).toMatchObject({ kind: 'reply-form', retry: false });
  });

  it('an unknown one is answered as JSON to those who sent JSON', async () => {
    const { send } = await startApi();
    const answer = await send(at('/api/other', 'POST', eventOf('reply-json')));
    expect(JSON.parse(answer.body ?? '').error.code).toBe('unknown-route');
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])(
    'refuse %s and say what is allowed',
    async (method) => {
      const { send } = await startApi();
      for (const path of ['/api/replies', '/api/consent']) {
        const answer = await send(at(path, method));
        expect([answer.statusCode, answer.headers?.allow]).toEqual([405, 'POST']);
      }
    },
  );
});

describe('each answer', () => {
  it.each([
    ['a stored reply', formEvent(), 303],
    ['a stored reply in JSON', jsonEvent(), 201],
    ['a form with a mistake', formEvent({ ...good, name: '' }), 422],
    ['a mistake in JSON', jsonEvent({}), 422],
    ['a consent', eventOf('consent-form'), 303],
    ['an unknown route', at('/api/x'), 404],
    ['a wrong method', at('/api/replies', 'GET'), 405],
  ])('to %s is kept by no cache and may run nothing', async (_name, event, status) => {
    const { send } = await startApi();
    const { statusCode, headers } = await send(event);
    expect(statusCode).toBe(status);
    expect(headers?.['cache-control']).toBe('no-store');
    expect(headers?.['x-content-type-options']).toBe('nosniff');
    expect(headers?.['content-security-policy']).toContain("default-src 'none'");
    expect(headers?.['content-security-policy']).toContain("style-src 'sha256-abc'");
    expect(headers?.['content-security-policy']).not.toContain('unsafe');
  });

  it('to a form is JSON when only JSON is accepted', async () => {
    const { send } = await startApi();
    const event = formEvent({ ...good, name: '' });
    const answer = await send({
      ...event,
      headers: { ...event.headers, accept: 'application/json' },
    });
    expect(JSON.parse(answer.body ?? '').error.code).toBe('invalid');
  });
});

describe('a failure behind the API', () => {
  const broken = () => Promise.reject(new Error('the table is on fire'));

  it('is told, and the answer holds what was typed but nothing of the cause', async () => {
    const { parts, failures } = await startApi();
    const send = createApi({ ...parts, comments: { find: broken, submit: broken } });
    const answer = await send(formEvent());
    expect(answer.statusCode).toBe(500);
    expect(formIn(answer)).toMatchObject({ retry: true, values: { reply: good.reply } });
    expect(answer.body).not.toContain('fire');
    expect(failures).toEqual([new Error('the table is on fire')]);
  });

  it('gives the text back even when the catalog cannot be read', async () => {
    const { parts, failures } = await startApi();
    const send = createApi({ ...parts, catalog: { settings: broken, article: broken } });
    const answer = await send(formEvent());
    expect(answer.statusCode).toBe(500);
    expect(formIn(answer)).toMatchObject({ article: good.article, values: { reply: good.reply } });
    expect(failures).not.toEqual([]);
  });

  it('is generic in JSON too', async () => {
    const { parts } = await startApi();
    const send = createApi({ ...parts, comments: { find: broken, submit: broken } });
    const answer = await send(jsonEvent());
    expect(answer.statusCode).toBe(500);
    expect(JSON.parse(answer.body ?? '').error).toMatchObject({ code: 'not-stored', problems: [] });
    expect(answer.body).not.toContain('fire');
  });

  it('is not told for a mistake of the client', async () => {
    const { send, failures } = await startApi();
    await send(formEvent({ ...good, name: '' }));
    expect(failures).toEqual([]);
  });
});

describe('the answer to the consent banner', () => {
  const consentEvent = (fields: Record<string, string>) =>
    withBody(eventOf('consent-form'), new URLSearchParams(fields).toString());

  it.each(['accept', 'refuse'])('%s is remembered for half a year', async (choice) => {
    const { send } = await startApi();
    const answer = await send(consentEvent({ choice, return: '/about/' }));
    expect(answer.statusCode).toBe(303);
    expect(answer.headers?.location).toBe('/about/');
    expect(answer.cookies).toEqual([
      `consent=${choice}; Path=/; Max-Age=15552000; Secure; SameSite=Lax; HttpOnly`,
    ]);
  });

  it.each(['', 'yes', 'accept; Domain=example.org'])('"%s" is no choice', async (choice) => {
    const { send } = await startApi();
    const answer = await send(consentEvent({ choice, return: '/' }));
    expect(answer.statusCode).toBe(422);
    expect(answer.cookies).toBeUndefined();
  });

  it('that is no choice is told on a page that leads back to the article', async () => {
    const { send } = await startApi();
    const event = consentEvent({ choice: '', return: `/${good.article}/` });
    const answer = await send(event);
    expect(answer.statusCode).toBe(422);
    expect(formIn(answer)).toMatchObject({
      message: expect.stringContaining('No choice was stored.'),
      card: { id: good.article },
      retry: false,
    });
  });

  it('is not taken from a form on another site', async () => {
    const { send } = await startApi();
    const event = eventOf('consent-form');
    const headers = { ...event.headers, 'sec-fetch-site': 'cross-site' };
    expect((await send({ ...event, headers })).cookies).toBeUndefined();
  });

  it.each([
    ['/2026/11/harbour-wall/', '/2026/11/harbour-wall/'],
    ['/a/?b=c#d', '/a/?b=c#d'],
    ['/zürich/', '/z%C3%BCrich/'],
    ['/a/../b/', '/b/'],
    ['', '/'],
    ['about/', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['///evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['\\\\evil.example/', '/'],
    ['/\t/evil.example/', '/'],
    ['/\r\nset-cookie: a=b', '/'],
    ['/..//evil.example/', '/'],
    ['/%2e%2e//evil.example/', '/'],
    ['/.//evil.example/', '/'],
    [' //evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/\u0000', '/'],
  ])('from %j leads to %s', async (wanted, location) => {
    const { send } = await startApi();
    const answer = await send(consentEvent({ choice: 'accept', return: wanted }));
    expect(answer.headers?.location).toBe(location);
  });

  it('leads home when it does not say where it came from', async () => {
    const { send } = await startApi();
    expect((await send(consentEvent({ choice: 'accept' }))).headers?.location).toBe('/');
  });
});
