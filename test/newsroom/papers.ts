import fc from 'fast-check';
import type { Edit } from './edits.ts';
import { type History, historyOf, reply, upload } from './histories.ts';

/** Nine articles are enough for one to stand beside others, beyond them, and beyond the newest of a list. */
const files = Array.from({ length: 9 }, (_, nth) => `articles/p${nth + 1}.md`);
const anyFile = fc.constantFrom(...files);

/** Three months, one of them with a single day. */
const days = ['11-09', '11-08', '11-03', '11-02', '11-01', '10-31', '10-05', '07-14'];

type Told = { title: string; date: string; section: string; tags: string[]; featured: boolean };

function source({ title, date, section, tags, featured }: Told): string {
  return [
    '---',
    `title: ${title}`,
    `date: 2026-${date}`,
    section === '' ? '' : `section: ${section}`,
    `tags: [${tags}]`,
    'author: Jo Ferry',
    `featured: ${featured}`,
    '---',
    'It held.',
    '',
  ].join('\n');
}

const anyArticle: fc.Arbitrary<string> = fc
  .record({
    title: fc.constantFrom('The wall holds', 'Ferry returns'),
    date: fc.constantFrom(...days),
    section: fc.constantFrom('news', 'news', 'culture', ''),
    tags: fc.subarray(['Harbour', 'Storms']),
    featured: fc.constantFrom(false, false, true),
  })
  .map(source);

const anyLayout: fc.Arbitrary<string> = fc
  .record({
    pageSize: fc.constantFrom(5, 6, 20),
    feeds: fc.constantFrom('true', 'false', '[rss]', '[atom, json]'),
    sections: fc.subarray(['{slug: news, name: News}', '{slug: culture, name: Arts}']),
  })
  .map(
    ({ pageSize, feeds, sections }) =>
      `title: The Harbour Post\npageSize: ${pageSize}\nfeeds: ${feeds}\nsections: [${sections.join(', ')}]\n`,
  );

const opening: Edit[] = files.slice(0, 7).map((key, nth) => ({
  do: 'upload',
  key,
  body: source({
    title: `Story ${nth}`,
    date: String(days[nth]),
    section: nth === 2 ? 'culture' : 'news',
    tags: nth % 2 === 0 ? ['Harbour'] : [],
    featured: nth === 6,
  }),
}));

/** The oldest of all, which is on the front page only while it is featured. */
const anyLead = fc
  .record({ title: fc.constantFrom('One', 'Other'), featured: fc.boolean() })
  .map((told) => source({ ...told, date: '07-14', section: 'news', tags: [] }));

/** Many articles in a few lists and months, which come, go and change places. */
export const anyPaper: fc.Arbitrary<History> = historyOf(fc.subarray(opening), 10, [
  [8, upload(anyFile, anyArticle)],
  [2, upload(fc.constant('articles/p7.md'), anyLead)],
  [5, fc.record({ do: fc.constant('delete'), key: anyFile })],
  [1, upload(fc.constant('site.yaml'), anyLayout)],
  [1, reply(fc.constantFrom('p1', 'p4'))],
  [1, fc.record({ do: fc.constant('decide'), nth: fc.nat(1), to: fc.constant('approved') })],
]);
