import fc from 'fast-check';
import { historyOf, upload } from './histories.ts';
import { anySettings } from './sources.ts';

const files = ['articles/2026/11/wall.md', 'articles/about.md', 'pages/about.md'];
const [wall = ''] = files;
const anyFile = fc.constantFrom(...files, wall);

/** The first history begins at 13:00 of 10 November in the usual zone. */
const dates = ['2026-11-09', '2026-11-10 14:00', '2026-11-10 20:00', '2026-11-12 09:00'];
const ends = ['2026-11-10 15:00', '2026-11-10 20:00', '2026-11-11', '2027-06-01'];

/** Hours; the last but one ends half a minute before something is due. */
const waits = [0.5, 1, 7, 6.99, 30];

/** A file that time alone makes live, or takes down, or that says it is a draft. */
const anyTimed: fc.Arbitrary<string> = fc
  .record(
    {
      title: fc.constantFrom('One', 'Other'),
      date: fc.constantFrom(...dates),
      expires: fc.constantFrom(...ends),
      status: fc.constantFrom('published', 'draft'),
      mistake: fc.constantFrom('titel: A slip', '', '', '', ''),
      body: fc.constantFrom('It held.', '![Waves](/images/wall.png)'),
    },
    { requiredKeys: ['title', 'date', 'body'] },
  )
  .map(({ title, date, expires, status, mistake = '', body }) =>
    [
      '---',
      `title: ${title}`,
      `date: ${date}`,
      'section: news',
      expires ? `expires: ${expires}` : '',
      status ? `status: ${status}` : '',
      mistake,
      '---',
      body,
      '',
    ].join('\n'),
  );

/** Articles that wait for their date, expire, are drafts, and change their minds, while time goes by. */
export const anySchedule = historyOf(fc.constant([]), 10, [
  [8, upload(anyFile, anyTimed)],
  [6, fc.record({ do: fc.constant('wait'), hours: fc.constantFrom(...waits) })],
  [1, fc.record({ do: fc.constant('repeat'), key: anyFile })],
  [2, fc.record({ do: fc.constant('delete'), key: anyFile })],
  [1, upload(fc.constant('site.yaml'), anySettings)],
]);
