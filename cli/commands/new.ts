import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Command } from 'commander';
import { hasError } from '../../functions/ingest/problems.ts';
import { nearest } from '../../functions/ingest/suggest.ts';
import { defaultSettings } from '../../functions/shared/default-settings.ts';
import type { Settings } from '../../functions/shared/model.ts';
import { Failure } from '../failure.ts';
import { checkFile } from '../newsroom/check-file.ts';
import { contentRoot, settingsOf } from '../newsroom/content-root.ts';
import { newText } from '../newsroom/new-text.ts';
import { printableJson } from '../newsroom/reply-words.ts';
import { type Terminal, terminal } from '../terminal.ts';

type NewOptions = {
  section?: string;
  author?: string;
  page: boolean;
  draft: boolean;
  slug?: string;
  content: string;
  json: boolean;
};

export function addNew(program: Command): void {
  program
    .command('new')
    .description('begin an article: a file in the content folder with its front matter filled in')
    .argument('<title>', 'the headline; the address follows from it')
    .option('--section <slug>', 'one of the sections in site.yaml')
    .option('--author <name>', 'the byline')
    .option(
      '--slug <word>',
      'the last part of the address, when it is not to follow from the title',
    )
    .option('--draft', 'begin it as a draft', false)
    .option('--page', 'a standing page instead of an article', false)
    .option('--content <folder>', 'the content folder, or a folder in it', 'content')
    .option('--json', 'print key and path as JSON', false)
    .action(async (title: string, options: NewOptions) => {
      await begin(title, options, terminal, new Date());
    });
}

/**
 * Writes the file and prints its path.
 *
 * @throws Failure when the file is there already, for a section that site.yaml does not have, and for what would be
 *   refused whatever is written below it
 */
export async function begin(
  title: string,
  { section, author, slug, page, draft, content, json }: NewOptions,
  { print, say }: Terminal,
  now: Date,
): Promise<void> {
  const root = await contentRoot(content);
  if (!root) {
    throw new Failure(`${content} is no content folder: there is no site.yaml in it or above.`, {
      advice: 'Name one: npx galley new "The harbour wall holds" --content FOLDER',
    });
  }
  const settings = (await settingsOf(root)) ?? defaultSettings;
  refuseUnknown(section, settings);
  const kind = page ? 'page' : 'article';
  const { key, text } = newText({ title, kind, section, author, draft, slug }, settings, now);
  await refuseHopeless(key, text, settings, now);
  const path = relative('', join(root, key));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENAMETOOLONG') throw tooLong(key);
    if (error.code !== 'EEXIST') throw error;
    throw new Failure(`${path} is there already; nothing was changed.`, {
      advice: 'Choose another title, or edit that file.',
      exitCode: 1,
    });
  });
  print(json ? printableJson({ key, path }) : path);
  if (!json) say(`Write below the second line of “---”, then: npx galley publish ${path}`);
}

/** A name that Galley keeps for itself, a headline without end: better told now than when the text is written. */
async function refuseHopeless(key: string, text: string, settings: Settings, now: Date) {
  const { problems } = await checkFile(key, Buffer.from(`${text}Text.\n`), settings, now);
  const wrong = problems.find((problem) => hasError([problem]));
  if (wrong) throw new Failure(wrong.message, { advice: wrong.advice, exitCode: 1 });
}

function tooLong(key: string): Failure {
  return new Failure(`No file can be called ${key}: the name is too long.`, {
    advice: 'Choose the last part of the address: --slug harbour-wall',
    exitCode: 1,
  });
}

function refuseUnknown(section: string | undefined, { sections }: Settings): void {
  const slugs = sections.map(({ slug }) => slug);
  if (section === undefined || slugs.includes(section)) return;
  const meant = nearest(section, slugs);
  throw new Failure(`There is no section "${section}".`, {
    advice: meant ? `Did you mean ${meant}?` : `There are: ${slugs.join(', ') || 'none'}.`,
    exitCode: 1,
  });
}
