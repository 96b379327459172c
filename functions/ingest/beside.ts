import type { ArticleRecord, Problem, Settings } from '../shared/model.ts';
import { countReplies } from '../shared/moved-replies.ts';
import { readAliases } from './aliases-of.ts';
import { type ImagesOf, readImages } from './images-of.ts';
import type { IngestParts } from './ingest.ts';
import { type LinksOf, readLinks } from './links-of.ts';
import { start } from './problems.ts';
import type { Shown } from './shown.ts';

/** What is shown at an address depends on more than its file and the settings. */
export type Beside = Pick<ImagesOf, 'images'> &
  Pick<LinksOf, 'links'> & {
    /** Of all that are approved, shown or not. */
    replyCount: number;
    problems: Problem[];
  };

/** Images, replies, former addresses and the targets of links: what was noted of them has the address looked at again. */
export async function readBeside(
  { catalog, comments }: IngestParts,
  id: string,
  stored: ArticleRecord | undefined,
  shown: Shown,
  settings: Settings,
): Promise<Beside> {
  const { source } = shown.good;
  const { images, problems } = await readImages(catalog, id, stored, shown.claim);
  const aliases = await readAliases(catalog, id, stored, shown);
  const found = await readLinks(catalog, id, stored, source.links, settings);
  // A report on a later version cannot point to places in this one.
  const isNewest = shown.claim.newest === shown.good.version;
  const article = { id, formerly: source.formerly };
  return {
    images,
    links: found.links,
    replyCount: shown.state === 'live' ? await countReplies(catalog, comments, article) : 0,
    problems: isNewest
      ? [...problems, ...aliases, ...found.problems]
      : [...problems, ...aliases.map((problem) => ({ ...problem, ...start }))],
  };
}
