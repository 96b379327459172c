import { readBody } from './body.ts';
import type { Incoming } from './incoming.ts';
import { ReplyError } from './reply-error.ts';

/** Half a year, in seconds: then the reader is asked again. */
const remembered = 180 * 24 * 60 * 60;

/**
 * The reader's answer to the consent banner.
 *
 * @returns the cookie that remembers it (read by the CDN only) and the site path to go back to
 * @throws ReplyError when there is no answer in it, or when it is not the reader's own
 */
export function consent(incoming: Incoming): { cookie: string; location: string } {
  const body = readBody(incoming);
  const choice = body.get('choice');
  if (incoming.crossSite || (choice !== 'accept' && choice !== 'refuse')) {
    throw new ReplyError(
      'invalid',
      'No choice was stored. Go back and press one of the two buttons of the banner.',
    );
  }
  const cookie = `consent=${choice}; Path=/; Max-Age=${remembered}; Secure; SameSite=Lax; HttpOnly`;
  return { cookie, location: sitePath(body.get('return')) };
}

const path = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/**
 * A path of this site, or home for whatever else was sent: `//evil.example`, `/\evil.example` and an address with a
 * line break in it would all lead to another site.
 */
export function sitePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !path.test(wanted)) return '/';
  const url = URL.parse(wanted, 'https://site.invalid');
  if (url?.origin !== 'https://site.invalid') return '/';
  const normal = `${url.pathname}${url.search}${url.hash}`;
  // `/..//evil.example` gets its two slashes only here, where dots are resolved.
  return path.test(normal) ? normal : '/';
}
