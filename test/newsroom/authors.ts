import fc from 'fast-check';

/** An `authors.yaml` that says who writes, mostly: two of these are one author, and one is a mistake. */
export const anyAuthors: fc.Arbitrary<string> = fc
  .subarray([
    '- {name: Jo Ferry, picture: {src: images/wall.png}}',
    '- {name: Kim Ålund, slug: kim, bio: Writes about tides.}',
    '- {name: KIM ÅLUND}',
    '- {nam: A slip}',
  ])
  .map((authors) => `${authors.join('\n')}\n`);
