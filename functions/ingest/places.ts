import { content, reservedNames } from '../shared/layout.ts';
import type { Problem } from '../shared/model.ts';
import { spelt } from '../shared/spelling.ts';
import { error, start } from './problems.ts';
import { slugPattern } from './shape.ts';
import { oneOf } from './suggest.ts';

/** What a key of the content bucket stands for. */
export type Place =
  | { kind: 'article' | 'page'; id: string; key: string }
  | { kind: 'settings' | 'authors'; key: string }
  | { kind: 'ignored'; key: string }
  | { kind: 'stray'; key: string; problems: Problem[] };

/** Keys of the catalog and of the reports hold an id and must stay under 1,024 bytes (S3, DynamoDB). */
const longestId = 300;

/** Tells by its key alone what an upload is; a file that can never be a page says why. */
export function placeOf(key: string): Place {
  if (key === content.settings) return { kind: 'settings', key };
  if (key === content.authors) return { kind: 'authors', key };
  if (isIgnored(key)) return { kind: 'ignored', key };
  const kind = key.startsWith(content.articles) ? 'article' : 'page';
  const prefix = kind === 'article' ? content.articles : content.pages;
  if (!key.startsWith(prefix)) return stray(key, wrongPlace(key));
  const problem = problemWith(key, prefix);
  if (problem) return stray(key, problem);
  return { kind, id: key.slice(prefix.length, -'.md'.length), key };
}

/** Every key that could claim an address: only standing pages of one segment share theirs with articles. */
export function claimants(id: string): string[] {
  const article = `${content.articles}${id}.md`;
  return id.includes('/') ? [article] : [article, `${content.pages}${id}.md`];
}

/** What Galley itself looks after, and what no author meant to upload. */
function isIgnored(key: string): boolean {
  return key.startsWith(content.reports) || key.startsWith(content.images) || isUnseen(key);
}

/** Folder markers of S3 browsers and hidden files of operating systems. */
export function isUnseen(key: string): boolean {
  const name = key.slice(key.lastIndexOf('/') + 1);
  return name === '' || name.startsWith('.') || name === 'Thumbs.db';
}

function stray(key: string, problem: Problem): Place {
  return { kind: 'stray', key, problems: [problem] };
}

function wrongPlace(key: string): Problem {
  const places = oneOf([content.articles, content.pages, content.images]);
  const [, meant] = /^(site|authors)\.ya?ml$/i.exec(key) ?? [];
  return error(
    start,
    'wrong-place',
    `Galley does not know what ${key} is.`,
    meant
      ? `Call it ${meant.toLowerCase()}.yaml.`
      : `Put it under ${places}, or keep it outside this bucket.`,
  );
}

function problemWith(key: string, prefix: string): Problem | undefined {
  const path = key.slice(prefix.length);
  if (!path.endsWith('.md')) return notMarkdown(key);
  const segments = path.slice(0, -'.md'.length).split('/');
  if (prefix === content.pages && segments.length > 1) {
    const advice = `Put it directly under ${prefix}, or under ${content.articles} as an article.`;
    return error(start, 'bad-name', `A standing page cannot lie in a folder: ${key}.`, advice);
  }
  if (path.length > longestId) {
    const message = `The name is too long: ${path.length} characters, at most ${longestId}.`;
    return error(start, 'bad-name', message, 'Shorten it; it is the address of the page.');
  }
  if (!segments.every((part) => slugPattern.test(part))) return badName(prefix, segments);
  const [first = ''] = segments;
  if ((reservedNames as readonly string[]).includes(first)) {
    return error(
      start,
      'reserved-name',
      `The address /${first}/ belongs to Galley itself.`,
      `Rename it; these names are taken: ${reservedNames.join(', ')}.`,
    );
  }
  return undefined;
}

function notMarkdown(key: string): Problem {
  const stem = /^(.*)\.(md|markdown|mdown|mdx|txt)$/i.exec(key)?.[1];
  return error(
    start,
    'not-markdown',
    `${key} does not end in .md, so it is no article.`,
    stem
      ? `Rename it to ${stem}.md.`
      : `Images belong under ${content.images}, other files elsewhere.`,
  );
}

function badName(prefix: string, segments: string[]): Problem {
  const better = segments.map(spelt);
  const usable = better.every((part) => slugPattern.test(part));
  return error(
    start,
    'bad-name',
    'The path is the address of the page, and this one cannot be an address.',
    usable
      ? `Rename it to ${prefix}${better.join('/')}.md.`
      : 'Use only the letters a to z, digits, and single hyphens between them.',
  );
}
