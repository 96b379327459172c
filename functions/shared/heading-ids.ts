import { spelt } from './spelling.ts';

/** Ids that a theme is likely to use itself; a heading called like one is numbered instead. */
const taken = [
  'comments',
  'consent',
  'content',
  'footer',
  'header',
  'leave-a-reply',
  'main',
  'navigation',
  'replies',
  'reply',
  'reply-received',
  'search',
  'site',
  'title',
  'top',
];

/** How ids begin of which a page has any number: a reply each, and the parts of its form. */
const takenStarts = /^(?:error|field|help|reply)-/;

/** Whether a page may have this id without any heading of its text. */
export function isThemeId(id: string): boolean {
  return taken.includes(id) || takenStarts.test(id);
}

/**
 * Hands out ids for the headings of one article, each once: `the-wall`, then `the-wall-2`. A heading without a
 * letter that can be written in an address is called `part`.
 */
export function headingIds(): (text: string) => string {
  const used = new Set(taken);
  /** The next number to try: counting from 2 each time would take minutes for an article of equal headings. */
  const next = new Map<string, number>();
  return (text) => {
    const stem = spelt(text) || 'part';
    let number = next.get(stem) ?? 2;
    let id = stem;
    const isTaken = () => used.has(id) || (id === stem && takenStarts.test(id));
    for (; isTaken(); number += 1) id = `${stem}-${number}`;
    used.add(id);
    next.set(stem, number);
    return id;
  };
}
