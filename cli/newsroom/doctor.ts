import type { Report } from '../../functions/ingest/report.ts';
import { everyPage } from '../../functions/route/every-page.ts';
import { content, siteKey } from '../../functions/shared/layout.ts';
import type { Settings } from '../../functions/shared/model.ts';
import { parsePage } from '../../functions/shared/pages.ts';
import type { Desk } from './newsroom.ts';
import { count } from './problem-words.ts';
import { firstWords } from './reply-words.ts';

/** One thing that was looked at, what was found, and what to do about it. */
export type Finding = { what: string; found: string; advice?: string };

export type Examination = (note: (detail: string) => void) => Promise<Finding>;

/** What is looked at in a newsroom, in this order. `open` asks for a page as a reader does. */
export function examinations(
  desk: Desk,
  open: (url: string) => Promise<{ status: number }>,
): Record<string, Examination> {
  return {
    'The site answers': () => siteAnswers(desk, open),
    'The settings are taken in': () => settingsAreIn(desk),
    'Nothing waits in the queues': () => queuesAreEmpty(desk),
    'No message was given up': () => nothingGivenUp(desk),
    'No upload was refused': (note) => nothingRefused(desk, note),
    'Every page is there': (note) => pagesAreThere(desk, note),
  };
}

async function siteAnswers({ facts }: Desk, open: (url: string) => Promise<{ status: number }>) {
  const url = `${facts.siteUrl}/`;
  const { status } = await open(url).catch((error: Error) => ({ status: String(error.message) }));
  const found = `${url} answers ${status}`;
  if (status === 200) return { what: url, found };
  const advice =
    'Is the stack deployed, the platform running, the domain pointing at the distribution? docs/deploy.md goes through it.';
  return { what: url, found, advice };
}

async function settingsAreIn({ catalog }: Desk): Promise<Finding> {
  const { revision, settings } = await catalog.settings();
  if (revision > 0) return { what: content.settings, found: firstWords(settings.title, 40) };
  const advice = `Publish a ${content.settings}; its report says what is wrong with the present one.`;
  return { what: content.settings, found: 'no settings yet', advice };
}

async function queuesAreEmpty(desk: Desk): Promise<Finding> {
  const waiting = await desk.waiting();
  const finding = { what: 'queues', found: `${count(waiting, 'message')} on the way` };
  if (waiting === 0) return finding;
  return {
    ...finding,
    advice: 'Ask again in a minute. If it stays, the dashboard shows which step stands still.',
  };
}

async function nothingGivenUp(desk: Desk): Promise<Finding> {
  const letters = await desk.deadLetters?.();
  const what = 'dead-letter queues';
  if (!letters) return { what, found: 'not known from here; name the stack with --stack' };
  const full = Object.entries(letters).filter(([, number]) => number > 0);
  if (full.length === 0) return { what, found: 'empty' };
  const found = full.map(([name, number]) => `${name}: ${number}`).join(', ');
  return {
    what,
    found,
    advice: 'docs/runbook.md says for each how to find the cause and send them again.',
  };
}

const reportsNamed = 5;

async function nothingRefused(
  { content: bucket }: Desk,
  note: (detail: string) => void,
): Promise<Finding> {
  const refused: string[] = [];
  let seen = 0;
  for await (const key of bucket.keys(content.reports)) {
    if (!key.endsWith('.json')) continue;
    note(`${++seen}`);
    const stored = await bucket.get(key);
    const report = stored && (JSON.parse(Buffer.from(stored.body).toString()) as Report);
    if (report?.problems.some(({ severity }) => severity === 'error')) refused.push(report.key);
  }
  if (refused.length === 0)
    return { what: 'reports', found: `${count(seen, 'report')}, none with an error` };
  const named = refused.slice(0, reportsNamed).join(', ');
  const more = refused.length > reportsNamed ? ' and more' : '';
  return {
    what: 'reports',
    found: `${count(refused.length, 'upload')} with an error: ${named}${more}`,
    advice: 'npx galley status KEY shows the report; correct the file and publish it again.',
  };
}

const pagesNamed = 3;

/** Compares the plan of all pages with what lies in the site bucket. */
async function pagesAreThere(
  { catalog, site }: Desk,
  note: (detail: string) => void,
): Promise<Finding> {
  const { settings } = await catalog.settings();
  const present = new Set<string>();
  for await (const key of site.keys('')) present.add(key);
  const missing: string[] = [];
  let planned = 0;
  for await (const page of everyPage(catalog)) {
    if (!isWanted(page, settings)) continue;
    note(`${++planned}`);
    if (!present.has(siteKey(page))) missing.push(`/${page}`);
  }
  if (missing.length === 0) return { what: 'pages', found: count(planned, 'page') };
  return {
    what: 'pages',
    found: `${count(missing.length, 'page')} of ${planned} missing, such as ${missing.slice(0, pagesNamed).join(', ')}`,
    advice: 'npx galley rebuild renders them all.',
  };
}

/** All files of the theme go by one name, and a plan names feeds whether or not they are switched on. */
function isWanted(page: string, { feeds }: Settings): boolean {
  const name = parsePage(page);
  if (name.kind === 'feed') return feeds.includes(name.format);
  return name.kind !== 'asset';
}
