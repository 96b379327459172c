import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open, seal } from '../../../functions/shared/signed.ts';

const key = randomBytes(32);
const now = new Date('2026-11-24T12:00:00Z');
const claims = { reply: '01JD', article: '2026/11/hafen-mauer-ü' };

describe('a sealed token', () => {
  it('says what was sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (any) => {
        const token = seal(key, 'edit', any);
        expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/);
        expect(open(key, 'edit', token, now)).toEqual({ claims: JSON.parse(JSON.stringify(any)) });
      }),
    );
  });

  it('ends at its time, and still says what it said', () => {
    const token = seal(key, 'edit', claims, now);
    expect(open(key, 'edit', token, new Date(now.getTime() - 1000))).toEqual({ claims });
    expect(open(key, 'edit', token, now)).toEqual({ expired: claims });
  });

  it('is worth nothing for another purpose or with another key', () => {
    const token = seal(key, 'edit', claims);
    expect(open(key, 'delete', token, now)).toBeUndefined();
    expect(open(randomBytes(32), 'edit', token, now)).toBeUndefined();
  });

  it('is worth nothing when any letter is another one', () => {
    const token = seal(key, 'edit', claims, now);
    for (let at = 0; at < token.length; at += 1) {
      const other = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      expect(open(key, 'edit', other, now)).toBeUndefined();
    }
  });

  it.each(['', '.', 'a.b', '..', 'é.é'])('is not %j', (token) => {
    expect(open(key, 'edit', token, now)).toBeUndefined();
  });

  it('does not take the words of a purpose for those of a body', () => {
    const [body, mark] = seal(key, 'edit\nx', claims).split('.');
    expect(open(key, 'edit', `x${body}.${mark}`, now)).toBeUndefined();
  });
});
