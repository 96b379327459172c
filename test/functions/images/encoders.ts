import { createHash } from 'node:crypto';
import { checkImage } from '../../../functions/images/check-image.ts';
import type { Encoder, MadeVariant } from '../../../functions/images/encoder.ts';
import { infoOf } from '../../../functions/images/original.ts';
import { sharpEncoder } from '../../../functions/images/sharp-encoder.ts';
import { heightAt, variantsOf, variantUrl } from '../../../functions/shared/image-variants.ts';

const made = new Map<string, Promise<unknown>>();

/** The real encoder, which does each thing once in a process: histories upload the same few pictures again and again. */
export const rememberingEncoder: Encoder = {
  header: (bytes) => once('header', bytes, () => sharpEncoder.header(bytes)),
  isWhole: (bytes) => once('whole', bytes, () => sharpEncoder.isWhole(bytes)),
  async *variants(bytes, info, wanted) {
    for (const variant of wanted) {
      const name = `${variant.format} ${variant.width} × ${heightAt(info, variant.width)}`;
      yield await once(name, bytes, () => first(sharpEncoder.variants(bytes, info, [variant])));
    }
  },
};

/** Makes all that will be asked for, so that every answer is there at once. */
export async function rememberAll(pictures: Uint8Array[], widths: number[]): Promise<void> {
  for (const bytes of pictures) {
    const { source } = await checkImage('images/any.png', bytes, rememberingEncoder);
    if (!source) continue;
    const info = infoOf(source, widths);
    for await (const _made of rememberingEncoder.variants(bytes, info, variantsOf(info)));
  }
}

/** Reads pictures as they are and draws none, for tests that only look at pages. */
export const sketchingEncoder: Encoder = {
  ...sharpEncoder,
  async *variants(_bytes, info, wanted) {
    for (const variant of wanted) {
      yield { variant, body: new TextEncoder().encode(variantUrl(info, variant)) };
    }
  },
};

function once<T>(what: string, bytes: Uint8Array, make: () => Promise<T>): Promise<T> {
  const key = `${what} ${createHash('sha256').update(bytes).digest('hex')}`;
  const known = made.get(key) as Promise<T> | undefined;
  const result = known ?? make();
  made.set(key, result);
  return result;
}

async function first(variants: AsyncIterable<MadeVariant>): Promise<MadeVariant> {
  for await (const variant of variants) return variant;
  throw new Error('the encoder made nothing');
}
