import { authorKeys } from '../../functions/ingest/authors-shape.ts';
import {
  consentKeys,
  pictureKeys,
  sectionKeys,
  siteKeys,
} from '../../functions/ingest/settings-shape.ts';
import { type Keys, linkKeys } from '../../functions/ingest/shape.ts';
import type { Word } from './json-schema.ts';

const link = {
  label: 'What the reader sees.',
  url: [
    'A path of this site, or a full address.',
    '/about/',
    'https://example.org/',
    'mailto:desk@example.org',
  ],
} satisfies Record<keyof typeof linkKeys, Word>;

const picture = {
  src: ['Where the image lies in the content bucket.', 'images/people/ines-falk.jpg'],
  alt: 'What it shows, for readers who cannot see it. Without it, the name.',
} satisfies Record<keyof typeof pictureKeys, Word>;

const section = {
  name: 'What readers see.',
  slug: ['What stands in its address. Without it, it is made of the name.', 'local-news'],
  description: 'One sentence about it, on its page.',
} satisfies Record<keyof typeof sectionKeys, Word>;

const consent = {
  text: 'What cookies are for, and that one can opt out.',
  accept: 'The words on the button that says yes. Without them, “Accept”.',
  refuse: 'The words on the button that says no. Without them, “Opt out”.',
  more: 'The words that lead to the explanation. Without them, “Read more”.',
  readMore: ['Where it is explained. Without it, /privacy/.', '/privacy/'],
} satisfies Record<keyof typeof consentKeys, Word>;

const site = {
  title: 'Name of the newsroom.',
  description: 'One sentence about it.',
  url: [
    'Public address, without a path. Without it, the one the site was deployed with.',
    'https://news.example.org',
  ],
  language: ['A language tag. Dates follow it.', 'en', 'de', 'pt-BR'],
  direction: 'The direction of the script. Without it, that of the language.',
  timeZone: [
    'All dates without an offset are in it.',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Tokyo',
    'UTC',
  ],
  logo: 'The image in place of the title at the head of each page.',
  sections: 'The sections, in the order of the navigation.',
  navigation: 'The links at the head of each page. Without it, the sections.',
  footer: 'The links at the foot of each page.',
  social: 'Accounts of the newsroom elsewhere; themes know what belongs to which platform.',
  replies:
    'Whether readers may reply to articles that do not say. closed: those that are there stay.',
  consent: 'The banner that asks about cookies. Without it there is none.',
  pageSize: 'How many articles the newest page of a list shows, and how many items a feed has.',
  feeds:
    'true: RSS, Atom and JSON Feed for the site, each section, tag and author. false: none. Or a list of some.',
} satisfies Record<keyof typeof siteKeys, Word>;

const author = {
  name: 'As it stands in bylines; readers see it.',
  slug: [
    'What stands in the address of the author’s page. Without it, it is made of the name.',
    'ines-falk',
  ],
  bio: 'A few sentences, on the author’s page and below articles.',
  picture: 'A portrait.',
  links: 'Where the author can be found.',
} satisfies Record<keyof typeof authorKeys, Word>;

export const settingsWords: [Keys, Record<string, Word>][] = [
  [linkKeys, link],
  [pictureKeys, picture],
  [sectionKeys, section],
  [consentKeys, consent],
  [siteKeys, site],
  [authorKeys, author],
];
