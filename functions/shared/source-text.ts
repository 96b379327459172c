/** An article's file, taken apart. Lines are 1-based and count in the file. */
export type SourceText = {
  frontMatter: string;
  /** Line of the file on which the front matter starts: the one after the first `---`. */
  frontMatterLine: number;
  body: string;
  bodyLine: number;
};

const fence = /^---[ \t]*$/;

/**
 * Takes the front matter (between two lines of `---`, the first one opening the file) off the text.
 *
 * @param text may start with a byte-order mark and end its lines like Windows does; the answer does neither
 * @returns undefined when there is no front matter or its end is missing
 */
export function splitSource(text: string): SourceText | undefined {
  const lines = unifyLines(text).split('\n');
  if (!fence.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end === -1) return undefined;
  return {
    frontMatter: lines.slice(1, end).join('\n'),
    frontMatterLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

/** One way to end a line, so that all parsers count lines alike. Lines and columns stay what they were. */
export function unifyLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
