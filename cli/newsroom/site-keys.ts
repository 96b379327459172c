import { content, siteKey } from '../../functions/shared/layout.ts';

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

/** The original that an object of the site bucket is a copy of: `images/wall.jpg` of `images/wall.<hash>.jpg`. */
export function originalOf(key: string): string | undefined {
  const [, stem, extension] = /^(images\/[^.]+)\.[0-9a-f]{16}\.([^./]+)$/.exec(key) ?? [];
  return stem && `${stem}.${extension}`;
}

/** The upload that a report is about. */
export function uploadOf(reportKey: string): string | undefined {
  if (!reportKey.startsWith(content.reports)) return undefined;
  return /^(.+)\.(?:json|txt)$/.exec(reportKey.slice(content.reports.length))?.[1];
}
