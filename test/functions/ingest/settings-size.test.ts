import { expect, it } from 'vitest';
import { checkAuthors } from '../../../functions/ingest/authors-file.ts';
import { composeSettings, picturesOf } from '../../../functions/ingest/compose-settings.ts';
import { checkSettings } from '../../../functions/ingest/settings.ts';
import { limits } from '../../../functions/shared/layout.ts';
import { imageInfo } from '../shared/image-info.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const longName = (nth: number) => `${nth}${'a'.repeat(limits.imageKey)}`;

/** As many lines as fit, by what a file may hold at most. */
function fill(maximum: number, size: (text: string) => number, line: (nth: number) => string) {
  let text = '';
  for (let nth = 0; ; nth += 1) {
    const longer = `${text}${line(nth)}\n`;
    if (size(longer) > maximum) return text;
    text = longer;
  }
}

const authors: [what: string, line: (nth: number) => string][] = [
  [
    'pictures with long names',
    (nth) => `- {name: a${nth}, picture: {src: "images/${longName(nth).slice(0, 285)}.webp"}}`,
  ],
  ['biographies in Chinese', (nth) => `- {name: 海${nth}, bio: ${'海'.repeat(999)}}`],
  ['names in Chinese', (nth) => `- name: 海${nth}`],
  ['links', (nth) => `- {name: a${nth}, links: [{label: a, url: /}, {label: b, url: /}]}`],
];

// A fuller one could not be stored, so that nothing would become of its upload, not even a report.
it.each(authors)('the fullest settings fit into one item of DynamoDB: %s', (_what, line) => {
  const file = fill(limits.authorsBytes, (text) => bytesOf(text).length, line);
  const most = file.split('\n').slice(0, limits.profiles).join('\n');
  const { problems, profiles } = checkAuthors(bytesOf(most));
  expect(problems).toEqual([]);
  const start = 'title: 海\nfooter:\n';
  const footer = fill(
    30_000,
    (text) => text.length,
    () => `- {label: ${'海'.repeat(99)}, url: /${'海'.repeat(500)}}`,
  );
  const { settings: own } = checkSettings(bytesOf(start + footer));
  expect(own?.footer.length).toBeGreaterThan(40);
  const named = picturesOf({ own, profiles });
  const known = new Map(
    named.map(({ key }) => [
      key,
      { ...imageInfo(`/${key}.0123456789abcdef-1600.webp`), widths: [320, 480, 800, 1200, 1600] },
    ]),
  );
  const ever = Array.from({ length: 300 }, (_, nth) => ({
    slug: `n012345678${nth}`,
    name: '海'.repeat(20),
  }));
  const settings = composeSettings({ own, profiles }, known, ever);
  const record = { revision: 1, settings, images: [...known.keys()], seen: 'v'.repeat(32) };
  expect(itemSize(record)).toBeLessThan(400 * 1024);
});

/** Developer Guide of DynamoDB, "Item sizes and formats". */
function itemSize(value: unknown): number {
  if (typeof value === 'string') return bytesOf(value).length;
  if (typeof value !== 'object' || value === null) return 21;
  const parts = Object.entries(value).map(
    ([name, part]) => 1 + (Array.isArray(value) ? 0 : bytesOf(name).length) + itemSize(part),
  );
  return 3 + parts.reduce((sum, size) => sum + size, 0);
}
