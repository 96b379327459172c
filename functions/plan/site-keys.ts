import { content, siteKey } from '../shared/layout.ts';

/**
 * The page that an object of the site bucket would hold; undefined when none could be there.
 *
 * Copies of images are no pages: rendered as one, an image would be removed. Neither is a key without a dot in its
 * last part, because the page of that name is another object, nor what others may keep under `.well-known/`.
 */
export function pageAt(key: string): string | undefined {
  const name = key.slice(key.lastIndexOf('/') + 1);
  if (key.startsWith('images/') || key.startsWith('.well-known/') || !name.includes('.')) {
    return undefined;
  }
  const page = name === 'index.html' ? key.slice(0, -'index.html'.length) : key;
  return siteKey(page) === key ? page : undefined;
}

/** The original that an object of the site bucket is made of: `images/wall.jpg` of `images/wall.jpg.<hash>-800.avif`. */
export function originalOf(key: string): string | undefined {
  return /^(images\/[^.]+\.[^./]+)\.[0-9a-f]{16}-\d+\.[a-z]+$/.exec(key)?.[1];
}

/** The upload that a report is about. */
export function uploadOf(reportKey: string): string | undefined {
  if (!reportKey.startsWith(content.reports)) return undefined;
  return /^(.+)\.(?:json|txt)$/.exec(reportKey.slice(content.reports.length))?.[1];
}
