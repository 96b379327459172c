/** The CommonMark specification as its authors publish it; it brings no types. */
declare module 'commonmark-spec' {
  type Example = { markdown: string; html: string; section: string; number: number };

  export const tests: Example[];
}
