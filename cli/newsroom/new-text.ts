import { stringify } from 'yaml';
import { momentIn } from '../../functions/ingest/dates.ts';
import { slugOf } from '../../functions/ingest/refs.ts';
import { content } from '../../functions/shared/layout.ts';
import type { Settings } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';

export type NewText = {
  title: string;
  kind: 'article' | 'page';
  section?: string | undefined;
  author?: string | undefined;
  draft: boolean;
  /** The last part of the address, when it is not to follow from the title. */
  slug?: string | undefined;
};

/**
 * A file that passes every check as soon as somebody writes a text below it.
 *
 * @param now decides the folder and the date, both in the site's time zone
 * @throws Failure for a title of which no address can be made
 */
export function newText(
  { title, kind, section, author, draft, slug: chosen }: NewText,
  settings: Settings,
  now: Date,
): { key: string; text: string } {
  const slug = slugOf(chosen ?? title);
  if (slug === '') {
    throw new Failure(`No address can be made of ${JSON.stringify(chosen ?? title)}.`, {
      advice: 'Choose the last part of the address: --slug harbour-wall',
    });
  }
  const { iso } = momentIn(settings.timeZone, now.getTime());
  const lines = [
    `title: ${JSON.stringify(title)}`,
    'description: ',
    ...(author ? [`author: ${JSON.stringify(author)}`] : kind === 'article' ? ['author: '] : []),
    ...(kind === 'article' ? [`date: ${iso.slice(0, 16).replace('T', ' ')}`] : []),
    ...(kind === 'article' ? sectionLines(section, settings) : []),
    ...(kind === 'article' ? ['tags: []'] : []),
    ...(draft ? ['status: draft'] : []),
  ];
  const folder =
    kind === 'page' ? content.pages : `${content.articles}${iso.slice(0, 7).replace('-', '/')}/`;
  return { key: `${folder}${slug}.md`, text: `---\n${lines.join('\n')}\n---\n\n` };
}

function sectionLines(section: string | undefined, { sections }: Settings): string[] {
  const slugs = sections.map(({ slug }) => slug);
  const chosen = section || slugs[0];
  if (!chosen) return [];
  // With quotes where a slug such as 2026 would be a number.
  const line = stringify({ section: chosen }).trim();
  return [section ? line : `${line} # ${slugs.join(', ')}`];
}
