/**
 * How variants are made. It is a part of their names: whoever changes a number here gives every picture new addresses
 * at its next look, so that nobody's cache mixes the old with the new.
 */
export const recipe = {
  /** Raised when the code around these numbers makes other files of the same original. */
  version: 1,
  /** Measured on one core: with effort 4 it takes four times as long as with 3, and saves a twelfth. */
  avif: { quality: 50, effort: 3 },
  /** From two megapixels on: a third of the time for a tenth more bytes. */
  largeAvif: { quality: 50, effort: 1 },
  webp: { quality: 75, effort: 4 },
  /** Of something that moves: a second of work for each eight megapixels in all its frames. */
  moving: { quality: 70, effort: 2 },
  jpg: { quality: 78, mozjpeg: true },
} as const;
