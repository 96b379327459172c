import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf, type Fields, load, type Request, type Response } from './edge.ts';

const handler = load<Request | Response>('viewer-request.js');

/** Asks for a path with a query as CloudFront hands it over. */
function ask(uri: string, more: Partial<Request> = {}) {
  const event = eventOf('viewer-request');
  const request = { ...event.request, uri, ...more };
  const answer = handler({ ...event, request });
  return 'statusCode' in answer ? { answer } : { request: answer };
}

function redirectOf(uri: string, more: Partial<Request> = {}): string | undefined {
  const { answer } = ask(uri, more);
  return answer?.statusCode === 301 ? answer.headers.location?.value : undefined;
}

describe('a page', () => {
  it.each([
    ['/', '/index.html'],
    ['/2026/11/harbour-wall/', '/2026/11/harbour-wall/index.html'],
    ['/section/news/2026/11/', '/section/news/2026/11/index.html'],
    ['/tag/caf%C3%A9/', '/tag/caf%C3%A9/index.html'],
  ])('%s is the object %s', (uri, key) => {
    expect(ask(uri).request?.uri).toBe(key);
  });

  it('keeps everything else of the request', () => {
    const { request } = eventOf('viewer-request');
    expect(ask(request.uri).request).toEqual({ ...request, uri: `${request.uri}index.html` });
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])('is asked for with %s alike', (method) => {
    expect(ask('/about/', { method }).request?.uri).toBe('/about/index.html');
  });
});

describe('an address without its trailing slash', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('is redirected for %s', (method) => {
    expect(redirectOf('/2026/11/harbour-wall', { method })).toBe('/2026/11/harbour-wall/');
  });

  it('is redirected with a query', () => {
    const querystring: Fields = {
      sent: { value: '1' },
      q: { value: 'a%26b', multiValue: [{ value: 'a%26b' }, { value: 'c%20d' }] },
      flag: { value: '' },
    };
    expect(redirectOf('/about', { querystring })).toBe('/about/?sent=1&q=a%26b&q=c%20d&flag');
  });

  it('is redirected for good, and the redirect is kept for an hour', () => {
    expect(ask('/about').answer).toMatchObject({
      statusCode: 301,
      headers: { 'cache-control': { value: 'public, max-age=3600' } },
    });
  });

  it.each([
    '//evil.example',
    '///evil.example/x',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/ /evil.example',
    '/%2F/evil.example',
    '/%2f%2fevil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    '/..//evil',
    '/.//evil',
    '/@evil.example/x',
    'https://evil.example/x',
  ])('does not lead to another site: %j', (uri) => {
    const location = redirectOf(uri) ?? '/';
    expect(new URL(location, 'https://site.example/a/b').host).toBe('site.example');
  });

  it('never leads to another site, and the second request is not redirected again', () => {
    const part = fc.constantFrom('/', '\\', '.', 'a', '%2F', '%5C', '\t', '\r', ' ', ':', '@', '?');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.string(), (parts, rest) => {
        const location = redirectOf(`/${parts.join('')}${rest}`);
        if (location === undefined) return;
        expect(location).toMatch(/^\/(?![/\\])/);
        expect(new URL(location, 'https://site.example/').host).toBe('site.example');
        expect(redirectOf(location)).toBeUndefined();
      }),
    );
  });
});

describe('a file', () => {
  it.each([
    '/feed.xml',
    '/404.html',
    '/robots.txt',
    '/sitemap.xml',
    '/favicon.ico',
    '/assets/screen.0123456789abcdef.css',
    '/images/2026/11/wall.0123456789abcdef.jpg',
    '/section/news/feed.xml',
    '/.well-known/security.txt',
    '/.well-known/acme-challenge/LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0',
    '/.well-known/change-password',
  ])('%s passes as it is', (uri) => {
    expect(ask(uri).request?.uri).toBe(uri);
  });

  it('is told by its last part: a dot in a folder does not make one', () => {
    expect(redirectOf('/v1.2/notes')).toBe('/v1.2/notes/');
  });
});

describe('consent.css', () => {
  const consented = (cookies: Fields) => ask('/consent.css', { cookies }).answer;

  it.each(['accept', 'refuse'])('hides the banner once the answer is "%s"', (value) => {
    const style = '#consent{display:none}';
    expect(consented({ consent: { value } })?.body?.data).toBe(style);
  });

  it.each([
    ['no cookie', {}],
    ['another cookie', { session: { value: 'accept' } }],
    ['an unknown answer', { consent: { value: 'perhaps' } }],
    ['an empty answer', { consent: { value: '' } }],
  ])('shows the banner with %s', (_case, cookies) => {
    expect(consented(cookies as Fields)?.body?.data).not.toContain('display');
  });

  it('is a style sheet that nobody keeps', () => {
    expect(consented({})).toMatchObject({
      statusCode: 200,
      headers: {
        'content-type': { value: 'text/css; charset=utf-8' },
        'cache-control': { value: 'no-store' },
        'x-content-type-options': { value: 'nosniff' },
      },
    });
  });
});

it('throws for no request at all', () => {
  const field = fc.record(
    { value: fc.string(), multiValue: fc.array(fc.record({ value: fc.string() })) },
    { requiredKeys: ['value'] },
  );
  const fields = fc.dictionary(fc.string(), field);
  const request = fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST', ''),
    uri: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webPath()),
    querystring: fields,
    headers: fields,
    cookies: fields,
  });
  fc.assert(
    fc.property(request, (odd) => {
      expect(() => handler({ ...eventOf('viewer-request'), request: odd })).not.toThrow();
    }),
  );
});
