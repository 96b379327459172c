import { readFileSync } from 'node:fs';
import { checkArticle } from '../../../functions/ingest/check-article.ts';
import { defaultSettings } from '../../../functions/shared/default-settings.ts';
import type { Problem, Settings } from '../../../functions/shared/model.ts';

export const settings: Settings = {
  ...defaultSettings,
  timeZone: 'Europe/Berlin',
  sections: [
    { slug: 'news', name: 'News' },
    { slug: 'culture', name: 'Arts & culture' },
  ],
  retiredSections: [{ slug: 'harbour', name: 'Harbour' }],
};

export const now = new Date('2026-11-10T12:00:00Z');

/** Checks bytes, or a text, as an article of a site with two sections, at noon of 10 November 2026. */
export function check(source: string | Uint8Array, kind: 'article' | 'page' = 'article') {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  return checkArticle({ key: 'articles/2026/11/wall.md', bytes, kind, settings, now });
}

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/articles/${name}.md`, import.meta.url));
}

/** An article that is fine but for the lines added to its front matter, or its text. */
export function article(lines: string, body = 'It held.'): string {
  return `---\ntitle: The wall\ndate: 2026-11-03\n${lines}---\n${body}\n`;
}

export function places(problems: Problem[]): string[] {
  return problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}
