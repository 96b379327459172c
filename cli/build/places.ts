import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { content as layout } from '../../functions/shared/layout.ts';
import { Failure } from '../failure.ts';
import { projectRoot } from '../local/places.ts';

/** Where a build reads and writes. */
export type BuildPlaces = { content: string; out: string; cache: string; engines: string };

/**
 * @param out the folder of the site, as it was typed
 * @param content the content folder
 * @throws Failure when one lies in the other, or there is no content
 */
export function buildPlaces(out: string, content: string): BuildPlaces {
  const [from, to] = [contentFolder(content), resolve(out)];
  if (`${to}${sep}`.startsWith(`${from}${sep}`) || `${from}${sep}`.startsWith(`${to}${sep}`)) {
    throw new Failure(`${out} and the content folder ${content} lie in each other.`, {
      advice: 'Name another folder for the site: a build may replace and remove files in it.',
    });
  }
  return { content: from, out: to, ...keptFor(`${from}\n${to}`) };
}

/** @throws Failure when there is no content */
export function previewPlaces(content: string): Omit<BuildPlaces, 'out'> {
  const from = contentFolder(content);
  return { content: from, ...keptFor(from) };
}

function keptFor(what: string): Pick<BuildPlaces, 'cache' | 'engines'> {
  const home = join(projectRoot, '.galley/build');
  const name = createHash('sha256').update(what).digest('hex').slice(0, 16);
  return { cache: join(home, name), engines: join(home, 'engines') };
}

function contentFolder(content: string): string {
  const from = resolve(content);
  if (existsSync(join(from, layout.settings)) || existsSync(join(from, layout.articles)))
    return from;
  throw new Failure(`${content} is no content folder.`, {
    advice: `It holds a ${layout.settings} and ${layout.articles}; --content names it.`,
  });
}
