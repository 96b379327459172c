import fc from 'fast-check';
import { unusual, usual } from './pictures.ts';

/** Two months next to each other, one far away, minutes that are of another month in another time zone, one to come. */
const dates = [
  '2026-11-10 20:00',
  '2026-11-09 08:00',
  '2026-11-03 09:30',
  '2026-10-31 23:30',
  '2026-11-01T02:00:00+00:00',
  '2026-10-05',
  '2026-07-14 12:00',
  '2025-02-28',
];
/** Of these the upload is refused, each for another reason. The first lies in the future only for some time. */
const mistakes = [
  'updated: 2026-11-10 20:00',
  'expires: 2024-01-01',
  'date: 31 November',
  'titel: A slip',
  'section: nowhere',
  'tags: {a: b}',
  '---\n<b>It</b>',
];

const titles = ['The wall holds', 'Ferry returns', 'Tides & <b>"times"</b>'];
const sections = ['news', 'news', 'news', 'culture', 'culture', 'sport'];

const picture = fc.constantFrom('wall', 'quay');

/** The Markdown of an article or a standing page: mostly good, with a mistake now and then. */
export const anySource: fc.Arbitrary<string> = fc
  .record(
    {
      title: fc.constantFrom(...titles),
      date: fc.constantFrom(...dates),
      section: fc.constantFrom(...sections),
      tags: fc.subarray(['Harbour', 'Storms', 'harbour']),
      authors: fc.subarray(['Jo Ferry', 'Kim Ålund']),
      hero: picture,
      replies: fc.constantFrom('open', 'closed', 'off'),
      status: fc.constantFrom(...Array<string>(9).fill('published'), 'draft'),
      expires: fc.constantFrom('2026-11-10 18:00', '2027-01-01'),
      mistake: fc.constantFrom(...mistakes, ...Array<string>(40).fill('')),
      body: fc.constantFrom('It held.', 'It *held*.', '![Waves](/images/wall.png)'),
    },
    { requiredKeys: ['title', 'date', 'body'] },
  )
  .map(({ title, date, section, tags = [], authors = [], hero, mistake, body, ...plain }) =>
    [
      '---',
      `title: ${JSON.stringify(title)}`,
      mistake?.startsWith('date') ? '' : `date: ${date}`,
      section && !mistake?.startsWith('section') ? `section: ${section}` : '',
      mistake?.startsWith('tags') ? '' : `tags: ${JSON.stringify(tags)}`,
      `authors: ${JSON.stringify(authors)}`,
      hero ? `hero: {src: images/${hero}.png, alt: Waves}` : '',
      ...Object.entries(plain).map(([key, value]) => `${key}: ${value}`),
      mistake ?? '',
      '---',
      body,
      '',
    ].join('\n'),
  );

/** An address that a file was at, or may be at. */
export const places = ['a', 'b', 'old'];

const anyPlaces = fc.subarray(places, { maxLength: 2 });
const linked = fc.constantFrom(...places.map((id) => `[There](/${id}/).`));

/** An article that has moved, that others link to, or that names the address of another. */
export const anyMoved: fc.Arbitrary<string> = fc
  .record<Moved>(
    {
      title: fc.constantFrom(...titles),
      aliases: anyPlaces,
      formerly: anyPlaces,
      correction: fc.constantFrom('{date: 2026-11-09, text: Four metres.}', '{text: Undated.}'),
      replies: fc.constantFrom('open', 'off'),
      status: fc.constantFrom('published', 'published', 'published', 'draft'),
      date: fc.constantFrom('2026-11-10 20:00', '2026-11-03', '2026-11-03', '2026-11-03'),
      link: linked,
    },
    { requiredKeys: [] },
  )
  .map(movedSource);

type Moved = Partial<
  Record<'title' | 'date' | 'correction' | 'replies' | 'status' | 'link', string> &
    Record<'aliases' | 'formerly', string[]>
>;

export function movedSource(moved: Moved): string {
  const { title = 'The wall holds', date = '2026-11-03', aliases = [], formerly = [] } = moved;
  const { correction, replies, status, link = '' } = moved;
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `date: ${date}`,
    `aliases: [${aliases}]`,
    `formerly: [${formerly}]`,
    correction ? `corrections: [${correction}]` : '',
    replies ? `replies: ${replies}` : '',
    status ? `status: ${status}` : '',
    '---',
    `It held. ${link}`,
    '',
  ].join('\n');
}

/** An article with nothing wrong. */
export function goodSource(title: string, date: string): string {
  return [
    '---',
    `title: ${title}`,
    `date: ${date}`,
    'section: news',
    'tags: [Harbour]',
    'hero: {src: images/wall.png, alt: Waves}',
    '---',
    'It held.',
    '',
  ].join('\n');
}

/** A `site.yaml` that differs in what pages and checks depend on. */
export const anySettings: fc.Arbitrary<string> = fc
  .record({
    title: fc.constantFrom('title: The Harbour Post', 'title: Tides', 'titel: Tides'),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
    sections: fc.subarray([
      '{slug: news, name: News}',
      '{slug: culture, name: Arts}',
      '{slug: sport, name: Sport}',
      '{slug: culture-2, name: Culture}',
    ]),
    replies: fc.constantFrom('open', 'closed', 'off'),
    more: fc.subarray(['pageSize: 1', 'feeds: false', 'logo: {src: images/quay.png}']),
  })
  .map(({ title, timeZone, sections: named, replies, more }) =>
    [
      title,
      `timeZone: ${timeZone}`,
      `replies: ${replies}`,
      `sections: [${named.join(', ')}]`,
      ...more,
      '',
    ].join('\n'),
  );

/** A `site.yaml` whose pages are in another language, and say so. */
export const anyTongue: fc.Arbitrary<string> = fc
  .constantFrom('en', 'ar')
  .map((language) => `title: The Harbour Post\nlanguage: ${language}\n`);

export const usualSettings = [
  'title: The Harbour Post',
  'timeZone: Europe/Berlin',
  'sections: [{slug: news, name: News}, {slug: culture, name: Arts}]',
  '',
].join('\n');

/** A few pictures; one is cut off, and one is no picture at all. */
export const anyImage: fc.Arbitrary<Uint8Array> = fc.constantFrom(...usual, ...unusual);
