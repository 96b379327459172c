import { defaultSettings } from '../shared/default-settings.ts';
import { limits } from '../shared/layout.ts';
import type { Problem, Ref, ReplyRule, Settings } from '../shared/model.ts';
import { choiceOf, type Fields, readFields, requiredText, textOf } from './fields.ts';
import { type Named, namedPicture } from './picture.ts';
import { error, hasError, told } from './problems.ts';
import { consentOf, linksOf, sectionsOf } from './settings-parts.ts';
import { siteKeys } from './settings-shape.ts';
import { feedsOf, languageOf, pageSizeOf, siteUrlOf, timeZoneOf } from './settings-values.ts';
import { readText } from './text-check.ts';
import { readYaml } from './yaml.ts';

/** What one `site.yaml` says. Which sections earlier ones had, and who the authors are, it cannot know. */
export type OwnSettings = Omit<Settings, 'retiredSections' | 'profiles' | 'logo'> & {
  logo?: Named;
};

const instead = {
  name: 'title',
  lang: 'language',
  timezone: 'timeZone',
  comments: 'replies',
  accounts: 'social',
  menu: 'navigation',
};

/**
 * Checks `site.yaml` as strictly as an article. Never throws.
 *
 * @returns `settings`, with every default filled in, if and only if no problem is an error
 */
export function checkSettings(bytes: Uint8Array): { problems: Problem[]; settings?: OwnSettings } {
  const read = readText(bytes, limits.sourceBytes);
  if ('problems' in read) return read;
  const { reading, root } = readYaml(read.text, 1);
  if (!root && hasError(reading.problems)) return { problems: told(reading.problems) };
  const fields: Fields = root
    ? readFields(root, { known: Object.keys(siteKeys), instead }, reading)
    : {};
  const missing = error(
    reading.at(0),
    'missing-key',
    'The title of the site is missing.',
    'Add a line such as “title: The Harbour Post”.',
  );
  const title = requiredText(fields.title, reading, siteKeys.title.longest, missing);
  const language = languageOf(fields.language, reading);
  const sections = sectionsOf(fields.sections, reading);
  const consent = consentOf(fields.consent, reading);
  const logo = namedPicture(fields.logo, reading, title ?? '');
  const settings: OwnSettings = {
    title: title ?? '',
    description:
      textOf(fields.description, reading, siteKeys.description.longest) ??
      defaultSettings.description,
    url: siteUrlOf(fields.url, reading),
    language,
    direction:
      choiceOf(fields.direction, reading, siteKeys.direction.choices) ?? directionOf(language),
    timeZone: timeZoneOf(fields.timeZone, reading),
    sections,
    navigation:
      linksOf(fields.navigation, reading, siteKeys.navigation) ?? sections.map(sectionLink),
    footer: linksOf(fields.footer, reading, siteKeys.footer) ?? defaultSettings.footer,
    replies:
      choiceOf<ReplyRule>(fields.replies, reading, siteKeys.replies.choices) ??
      defaultSettings.replies,
    ...(consent ? { consent } : {}),
    pageSize: pageSizeOf(fields.pageSize, reading),
    feeds: feedsOf(fields.feeds, reading),
    social: linksOf(fields.social, reading, siteKeys.social) ?? defaultSettings.social,
    ...(logo ? { logo } : {}),
  };
  const problems = told(reading.problems);
  return hasError(problems) ? { problems } : { problems, settings };
}

function sectionLink({ slug, name }: Ref) {
  return { label: name, url: `/section/${slug}/` };
}

/** Scripts that run from right to left, of the languages news is written in. */
const rightToLeft = ['Adlm', 'Arab', 'Aran', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

function directionOf(language: string): 'ltr' | 'rtl' {
  const { script = '' } = new Intl.Locale(language).maximize();
  return rightToLeft.includes(script) ? 'rtl' : 'ltr';
}
