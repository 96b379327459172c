import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf, type Fields, load, type Response } from './edge.ts';

const handler = load<Response>('viewer-response.js');
const present = `sha256-${'A'.repeat(43)}=`;
const older = `sha256-${'B'.repeat(43)}=`;

/** The page of the fixture, which was written with the older style sheet. */
function answer(change: (headers: Fields) => void = () => {}): Fields {
  const event = eventOf('viewer-response');
  change(event.response.headers);
  return handler(event).headers;
}

const policyOf = (headers: Fields) => headers['content-security-policy']?.value ?? '';

describe('the policy', () => {
  it("names the page's own style sheet instead of the present one", () => {
    expect(policyOf(answer())).toBe(
      `default-src 'none'; style-src 'self' '${older}'; script-src 'self'`,
    );
  });

  it('stays as it is for an object without a style sheet', () => {
    const headers = answer((before) => delete before['x-amz-meta-style']);
    expect(policyOf(headers)).toContain(present);
  });

  it.each([
    "sha256-x' 'unsafe-inline",
    `${older}' 'unsafe-inline`,
    `${older}; script-src *`,
    `sha512-${'B'.repeat(43)}=`,
    '$&$`',
    '',
  ])('takes nothing but a hash: %j', (value) => {
    const headers = answer((before) => {
      before['x-amz-meta-style'] = { value };
    });
    expect(policyOf(headers)).toContain(`style-src 'self' '${present}';`);
    expect(policyOf(headers)).not.toContain('unsafe-inline');
  });

  it('is never made up where there was none', () => {
    const headers = answer((before) => delete before['content-security-policy']);
    expect(headers).not.toHaveProperty('content-security-policy');
  });
});

describe('the headers', () => {
  it('keep search engines from a page that says so, and from no other', () => {
    expect(answer()).not.toHaveProperty('x-robots-tag');
    const headers = answer((before) => {
      before['x-amz-meta-robots'] = { value: 'noindex, nofollow' };
    });
    expect(headers['x-robots-tag']).toEqual({ value: 'noindex, nofollow' });
    expect(headers).not.toHaveProperty('x-amz-meta-robots');
  });

  it('do not tell about the storage', () => {
    const names = Object.keys(answer());
    expect(names.filter((name) => name.startsWith('x-amz-') || name === 'server')).toEqual([]);
  });

  it.each(['content-type', 'cache-control', 'etag', 'last-modified', 'x-content-type-options'])(
    'keep %s',
    (name) => {
      const before = eventOf('viewer-response').response.headers[name];
      expect(answer()[name]).toEqual(before);
    },
  );
});

it('throws for no response at all', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('x-amz-meta-style', 'content-security-policy', 'server', 'x-amz-'),
  );
  const value = fc.oneof(fc.string(), fc.constantFrom(older, `'${present}'`));
  fc.assert(
    fc.property(fc.dictionary(name, fc.record({ value })), (headers) => {
      const event = eventOf('viewer-response');
      const odd = { ...event, response: { ...event.response, headers } };
      expect(() => handler(odd)).not.toThrow();
    }),
  );
});
