import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../cli/local/places.ts';
import { contentKeys } from '../cli/newsroom/content-files.ts';
import type { ReplyView, SiteView } from '../functions/render/view.ts';
import { defaultSettings } from '../functions/shared/default-settings.ts';
import type { Card } from '../functions/shared/model.ts';

const content = join(projectRoot, 'content');

/** The newest article of the sample newsroom, whole. */
export async function sampleSource(): Promise<Uint8Array> {
  const keys = await contentKeys(content);
  const newest = keys.filter((key) => key.startsWith('articles/')).at(-1);
  if (!newest) throw new Error(`There is no article in ${content}; the benchmark renders one.`);
  return readFile(join(content, newest));
}

export const sampleCard: Card = {
  id: '2026/11/sample',
  title: 'A sample of ordinary length for a headline',
  description: 'One sentence that says what the article is about.',
  excerpt: 'The first words of the text.',
  date: '2026-11-20T09:30:00+01:00',
  section: { slug: 'town', name: 'Town' },
  tags: [
    { slug: 'one', name: 'One' },
    { slug: 'two', name: 'Two' },
  ],
  authors: [{ slug: 'staff', name: 'Staff' }],
  featured: false,
  readingMinutes: 3,
  wordCount: 700,
  replyCount: 0,
};

export function sampleSite(): SiteView {
  const settings = { ...defaultSettings, title: 'The Sample', timeZone: 'Europe/Berlin' };
  return { settings, url: 'https://news.example' };
}

/** Twenty replies as typed, a few of them answers. */
export function sampleReplies(): ReplyView[] {
  return Array.from({ length: 20 }, (_, index) => {
    const number = String(index).padStart(2, '0');
    return {
      id: `01JD0000000000000000000${number}`,
      ...(index % 5 === 4 ? { parent: '01JD000000000000000000000' } : {}),
      name: `Reader ${index}`,
      created: `2026-11-20T10:${number}:00.000Z`,
      html: `Thank you for *this* report.\n\n> It held for a hundred years.\n\nI saw it myself on day ${index}, from the quay.`,
    };
  });
}
