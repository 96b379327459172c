import type { Correction, Problem, Ref, ReplyRule, Settings } from '../shared/model.ts';
import { type Former, formerOf } from './aliases.ts';
import { correctionsOf, updatedBy } from './corrections.ts';
import { type DateContext, datesOf } from './date-fields.ts';
import {
  choiceOf,
  type Fields,
  flagOf,
  type Names,
  readFields,
  requiredText,
  textOf,
} from './fields.ts';
import { frontMatterKeys } from './front-matter-shape.ts';
import { type Hero, heroOf } from './hero.ts';
import { type At, error, hasError } from './problems.ts';
import { authorsOf, sectionOf, tagsOf } from './refs.ts';
import { quoted } from './suggest.ts';
import { type Reading, readYaml } from './yaml.ts';

/** What the front matter says. Everything may be missing here: whether that is allowed, the problems tell. */
export type FrontMatter = {
  title?: string;
  description?: string;
  date?: string;
  updated?: string;
  expires?: string;
  /** Oldest first. */
  corrections: Correction[];
  section?: Ref;
  tags: Ref[];
  authors: Ref[];
  hero?: Hero;
  draft: boolean;
  replies?: ReplyRule;
  canonical?: string;
  featured: boolean;
} & Former;

export type FrontMatterContext = {
  key: string;
  kind: 'article' | 'page';
  settings: Settings;
  now: Date;
};

const names: Names = {
  known: Object.keys(frontMatterKeys),
  instead: {
    headline: 'title',
    summary: 'description',
    excerpt: 'description',
    subtitle: 'description',
    byline: 'author',
    published: 'date',
    modified: 'updated',
    category: 'section',
    categories: 'section',
    keywords: 'tags',
    image: 'hero',
    cover: 'hero',
    draft: 'status',
    comments: 'replies',
    redirect_from: 'aliases',
    errata: 'corrections',
  },
};

/**
 * Reads and checks the front matter of an article or standing page.
 *
 * @param line of the file on which the text begins
 */
export function readFrontMatter(text: string, line: number, context: FrontMatterContext) {
  const { reading, root } = readYaml(text, line);
  if (!root && hasError(reading.problems)) return { problems: reading.problems };
  const fields = root ? readFields(root, names, reading) : {};
  const draft = choiceOf(fields.status, reading, frontMatterKeys.status.choices) === 'draft';
  const frontMatter = {
    title: requiredText(
      fields.title,
      reading,
      frontMatterKeys.title.longest,
      noTitle(reading.at(0)),
    ),
    description: textOf(fields.description, reading, frontMatterKeys.description.longest),
    ...datedOf(fields, reading, { ...context, draft }),
    section: sectionOf(fields.section, reading, context.settings),
    tags: tagsOf(fields.tags, reading),
    authors: authorsOf(fields, reading, context.settings),
    hero: heroOf(fields.hero, reading),
    draft,
    replies: choiceOf<ReplyRule>(fields.replies, reading, frontMatterKeys.replies.choices),
    canonical: addressOf(fields, reading),
    featured: flagOf(fields.featured, reading) ?? false,
    ...formerOf(fields, reading, context.key),
  };
  return { problems: reading.problems, frontMatter: withoutGaps(frontMatter) as FrontMatter };
}

function datedOf(fields: Fields, reading: Reading, context: DateContext) {
  const dates = datesOf(fields, reading, context);
  const corrections = correctionsOf(fields.corrections, reading, dates, context);
  return { ...dates, ...updatedBy(dates, corrections), corrections };
}

function noTitle(at: At): Problem {
  const advice = 'Add a line such as “title: The harbour wall holds”.';
  return error(at, 'missing-key', 'The title is missing.', advice);
}

function addressOf({ canonical }: Fields, reading: Reading): string | undefined {
  const { longest, pattern } = frontMatterKeys.canonical;
  const text = textOf(canonical, reading, longest);
  if (!canonical || text === undefined) return undefined;
  const url = pattern.test(text) && URL.parse(text);
  if (url) return url.href;
  const message = `“canonical” must be a full web address, not ${quoted(text)}.`;
  const advice =
    'Begin it with https://, or delete it: it is only for texts first published elsewhere.';
  reading.problems.push(error(canonical.value, 'bad-address', message, advice));
  return undefined;
}

function withoutGaps(values: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name in values) if (values[name] !== undefined) kept[name] = values[name];
  return kept;
}
