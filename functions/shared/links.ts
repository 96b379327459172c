import { limits } from './layout.ts';

/** Schemes that a link in a text may have; all others can run script or reach into the reader's machine. */
const schemes = ['http', 'https', 'mailto', 'tel'];

/**
 * Browsers drop tabs and line breaks inside an address and blanks and control characters around it (WHATWG URL,
 * 4.4), so `java\tscript:` is a scheme. Characters that only look like nothing go too.
 */
const unseen = /[\p{White_Space}\p{Cc}\p{Cf}]/gu;

/** The scheme of an address in lower case, as a browser would find it; undefined for a relative one. */
export function schemeOf(href: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(unseen, ''))?.[1]?.toLowerCase();
}

/** Whether a link may lead there: http, https, mailto, tel, or a place on this site. */
export function isSafeLink(href: string): boolean {
  const scheme = schemeOf(href);
  return scheme === undefined || schemes.includes(scheme);
}

/** Whether a link leaves the site. An address of this site written in full counts as leaving it. */
export function isExternal(href: string): boolean {
  const seen = href.replace(unseen, '');
  return /^(https?:|[\\/]{2})/i.test(seen);
}

/** A name that `check-image.ts` lets through, so that no text waits for an image that can never come. */
export const imagePath = /^\/?(images\/[a-z0-9]+(?:[-/][a-z0-9]+)*\.[A-Za-z0-9]+)$/;

/** `/images/wall.jpg` and `images/wall.jpg` both mean this key of the content bucket; undefined for others. */
export function imageKey(src: string): string | undefined {
  const key = imagePath.exec(src)?.[1];
  return key && key.length <= limits.imageKey ? key : undefined;
}
