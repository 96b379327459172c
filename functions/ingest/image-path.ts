import { imageKey, isExternal, schemeOf } from '../shared/links.ts';
import type { Problem } from '../shared/model.ts';
import { spelt } from '../shared/spelling.ts';
import { type At, error } from './problems.ts';
import { quoted } from './suggest.ts';

/** What is longer is no path, and nothing like it can be suggested. */
const longestPath = 300;

/** Why an image cannot be shown from there; undefined when it can. */
export function imageProblem(at: At, src: string): Problem | undefined {
  if (imageKey(src)) return undefined;
  if (isExternal(src)) {
    const message = `The image ${quoted(src)} lies on another site, and pages show only their own.`;
    const advice = 'If you may, upload it under images/ and write that path.';
    return error(at, 'external-image', message, advice);
  }
  if (schemeOf(src)) {
    const message = `An image cannot come from ${quoted(src)}.`;
    return error(at, 'dangerous-link', message, 'Upload it under images/ and write that path.');
  }
  const better = src.length > longestPath ? undefined : betterPath(src);
  return error(
    at,
    'bad-image-path',
    `${quoted(src)} is no path of an image.`,
    better
      ? `Call it ${better}, here and when you upload it.`
      : 'Write a path such as images/2026/wall.jpg: small letters, digits and single hyphens.',
  );
}

/** The nearest path that would do: below images/, each part in small letters. */
function betterPath(src: string): string | undefined {
  const [, path = '', extension = ''] = /^(.*)\.([A-Za-z0-9]+)$/.exec(src) ?? [];
  const parts = path
    .split(/[\\/]+/)
    .map(spelt)
    .filter((part) => part !== '' && part !== 'images');
  const better = `images/${parts.join('/')}.${extension.toLowerCase()}`;
  return imageKey(better);
}
