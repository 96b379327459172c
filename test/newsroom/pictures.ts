import type { ShareWords } from '../../functions/shared/share-picture.ts';
import { rememberAll, rememberingEncoder } from '../functions/images/encoders.ts';
import { png } from '../functions/images/pictures.ts';

/** Made in both widths. */
export const wide = png(48, 9);
const narrow = png(16, 9);

export const usual = [wide, png(32, 9), narrow];
export const unusual = [narrow.subarray(0, -20), new TextEncoder().encode('no image')];

/** What the images step makes of originals; of share pictures the words are enough, which are there at once. */
export const pictures = {
  encoder: rememberingEncoder,
  widths: [16, 32],
  drawShare: async (words: ShareWords) => new TextEncoder().encode(JSON.stringify(words)),
};

// Before any history begins: while the encoder works, nobody would stand before a call, and the order of things would
// depend on how long it takes.
await rememberAll([...usual, ...unusual], pictures.widths);
