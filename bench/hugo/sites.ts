import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { projectRoot } from '../../cli/local/places.ts';
import type { Article, Corpus } from './corpus.ts';

/** How Hugo goes on from the newest articles of a list: by month as Galley does, or as its own pagination does. */
export type Lists = 'by-month' | 'by-page';

const here = import.meta.dirname;
const alt = 'A view of the town';

/** Pixels: one size, so that nobody has to scale, and no article needs a picture drawn for it. */
const picture = { width: 480, height: 270 };

const pictures = [
  ['avif', 'avif'],
  ['webp', 'webp'],
  ['jpg', 'jpeg'],
] as const;

/** The content folder of Galley, and the folders of Hugo's two sites: the same words in the form that each reads. */
export async function writeSites(folder: string, corpus: Corpus): Promise<void> {
  await writeGalley(join(folder, 'galley'), corpus);
  for (const lists of ['by-month', 'by-page'] as const) {
    await writeHugo(join(folder, lists), corpus, lists);
  }
}

async function writeGalley(folder: string, { articles, sections }: Corpus): Promise<void> {
  const write = writerTo(folder);
  for (const article of articles) write(`articles/${article.id}.md`, galleyText(article));
  for (const { slug } of sections) write(`images/${slug}.png`, await pictureOf('png'));
  const named = sections.map(({ slug, name }) => `  - {slug: ${slug}, name: ${name}}\n`).join('');
  const settings = [
    'title: The Measured Post',
    'description: News that takes time',
    'url: https://news.example',
    'language: en',
    'timeZone: Europe/Berlin',
    `sections:\n${named}`,
  ];
  write('site.yaml', settings.join('\n'));
}

/** The text of an article as Galley reads it. */
export function galleyText({ title, description, author, date, section, tags, body }: Article) {
  return [
    '---',
    `title: ${title}`,
    `description: ${description}`,
    `author: ${author.name}`,
    `date: ${date}`,
    `section: ${section.slug}`,
    `tags: [${tags.map(({ name }) => name).join(', ')}]`,
    `hero: {src: images/${section.slug}.png, alt: ${alt}}`,
    '---',
    '',
    body,
  ].join('\n');
}

async function writeHugo(folder: string, { articles, sections }: Corpus, lists: Lists) {
  const write = writerTo(folder);
  cpSync(join(here, 'site'), folder, { recursive: true });
  cpSync(join(here, lists), folder, { recursive: true });
  mkdirSync(join(folder, 'assets'));
  const style = join(projectRoot, 'templates/assets/css/screen.css');
  cpSync(style, join(folder, 'assets/screen.css'));
  write('content/section/_index.md', '---\ntitle: Sections\nbuild: {render: never}\n---\n');
  // A month needs no feed of its own.
  write('content/months/_index.md', '---\ntitle: Months\ncascade:\n  - outputs: [html]\n---\n');
  for (const [index, { slug, name }] of sections.entries()) {
    write(`content/section/${slug}/_index.md`, `---\ntitle: ${name}\nweight: ${index + 1}\n---\n`);
    for (const [ending, format] of pictures) {
      write(`static/images/${slug}-480.${ending}`, await pictureOf(format));
    }
  }
  for (const article of articles) write(hugoPath(article), hugoText(article, lists));
}

export function hugoPath({ id, section }: Article): string {
  return `content/section/${section.slug}/${id.slice('yyyy/mm/'.length)}.md`;
}

/** The text of an article as Hugo reads it. */
export function hugoText(article: Article, lists: Lists): string {
  const { title, description, author, date, section, tags, body } = article;
  const front = [
    `title: ${title}`,
    `description: ${description}`,
    `authors: [${author.name}]`,
    `date: ${date}`,
    `tags: [${tags.map(({ name }) => name).join(', ')}]`,
    `hero: ${section.slug}`,
    `alt: ${alt}`,
    ...(lists === 'by-month' ? [`months: [${monthsOf(article).join(', ')}]`] : []),
  ];
  return `---\n${front.join('\n')}\n---\n\n${body}`;
}

/** A month of a list as a term of a taxonomy, which is how Hugo finds the pages of one without looking at all. */
function monthsOf({ id, section, tags, author }: Article): string[] {
  const month = id.slice(0, 'yyyy/mm'.length);
  const lists = [
    'archive',
    `section/${section.slug}`,
    ...tags.map(({ slug }) => `tag/${slug}`),
    `author/${author.slug}`,
  ];
  return lists.map((list) => `${list}/${month}`);
}

function writerTo(folder: string): (path: string, body: string | Uint8Array) => void {
  const made = new Set<string>();
  return (path, body) => {
    const full = join(folder, path);
    if (!made.has(dirname(full))) mkdirSync(dirname(full), { recursive: true });
    made.add(dirname(full));
    writeFileSync(full, body);
  };
}

async function pictureOf(format: 'png' | 'avif' | 'webp' | 'jpeg'): Promise<Uint8Array> {
  const create = { ...picture, channels: 3, background: '#1d4e89' } as const;
  return sharp({ create }).toFormat(format).toBuffer();
}
