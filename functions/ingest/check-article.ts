import { limits } from '../shared/layout.ts';
import type { Problem, Settings } from '../shared/model.ts';
import { splitSource } from '../shared/source-text.ts';
import type { ParsedText } from '../shared/text/parse-text.ts';
import { type Body, checkBody } from './body-check.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { error, hasError, start, told } from './problems.ts';
import { readText } from './text-check.ts';

export type ArticleUpload = {
  key: string;
  bytes: Uint8Array;
  kind: 'article' | 'page';
  settings: Settings;
  /** When it was uploaded: a date after it is in the future. */
  now: Date;
};

/** An article or standing page that may be published. Dates are ISO 8601 with the offset of the site's zone. */
export type Source = Omit<FrontMatter, 'title'> &
  Omit<Body, 'problems' | 'text'> & {
    title: string;
    /** Keys of the images it shows, hero first, each once. */
    imageKeys: string[];
  };

/** `text` is there with `source`, for whoever shows it without reading it again. */
export type Checked = { problems: Problem[]; source?: Source; text?: ParsedText };

/**
 * Checks an upload and reads what the catalog needs to know of it. Never throws: whatever the bytes are, the
 * problems say what is wrong, from the top of the file to its end.
 *
 * @returns `source` if and only if no problem is an error
 */
export function checkArticle(upload: ArticleUpload): Checked {
  const read = readText(upload.bytes, limits.sourceBytes);
  if ('problems' in read) return read;
  const parts = splitSource(read.text);
  if (!parts) return { problems: [noFrontMatter(read.text)] };
  const { frontMatter, problems } = readFrontMatter(
    parts.frontMatter,
    parts.frontMatterLine,
    upload,
  );
  const { settings, key } = upload;
  const place = { language: settings.language, siteUrl: settings.url, id: idOf(key) };
  const { problems: inText, text, ...body } = checkBody(parts.body, parts.bodyLine, place);
  const all = told([...problems, ...inText]);
  if (hasError(all) || frontMatter?.title === undefined || !text) return { problems: all };
  const { title } = frontMatter;
  const imageKeys = [...new Set([...heroKeys(frontMatter), ...body.imageKeys])];
  return { problems: all, source: { ...frontMatter, ...body, title, imageKeys }, text };
}

/** The path of the page: that of the file without the folder of its kind. */
function idOf(key: string): string {
  return key.replace(/^[^/]*\//, '').replace(/\.md$/, '');
}

function heroKeys({ hero }: FrontMatter): string[] {
  return hero ? [hero.key] : [];
}

function noFrontMatter(text: string) {
  const opened = /^---[ \t]*(\n|$)/.test(text);
  return error(
    start,
    'no-front-matter',
    opened
      ? 'The front matter that begins here has no end.'
      : 'The file does not begin with front matter.',
    opened
      ? 'Add a line of “---” between the settings and the text.'
      : 'Begin it with a line of “---”, the settings (title, date), and another line of “---”.',
  );
}
