/** An article's file, taken apart. Lines are 1-based and count in the file. */
export type SourceText = {
  frontMatter: string;
  /** Line of the file on which the front matter starts: the one after the first `---`. */
  frontMatterLine: number;
  body: string;
  bodyLine: number;
};

const opening = /^---[ \t]*\n/;
/** Found from the end of the opening line, which it can share the line break with. */
const closing = /\n---[ \t]*(?:\n|$)/g;

/**
 * Takes the front matter (between two lines of `---`, the first one opening the file) off the text.
 *
 * @param text may start with a byte-order mark and end its lines like Windows does; the answer does neither
 * @returns undefined when there is no front matter or its end is missing
 */
export function splitSource(text: string): SourceText | undefined {
  const unified = unifyLines(text);
  const [first] = opening.exec(unified) ?? [];
  if (!first) return undefined;
  closing.lastIndex = first.length - 1;
  const end = closing.exec(unified);
  if (!end) return undefined;
  const frontMatter = unified.slice(first.length, Math.max(end.index, first.length));
  const before = unified.slice(first.length, end.index + 1);
  return {
    frontMatter,
    frontMatterLine: 2,
    body: unified.slice(closing.lastIndex),
    bodyLine: before.split('\n').length + 2,
  };
}

/** One way to end a line, so that all parsers count lines alike. Lines and columns stay what they were. */
export function unifyLines(text: string): string {
  const read = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return read.includes('\r') ? read.replace(/\r\n?/g, '\n') : read;
}
