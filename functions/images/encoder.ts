import type { Variant } from '../shared/image-variants.ts';
import type { ImageInfo } from '../shared/model.ts';

/** What stands at the beginning of a picture's file. */
export type Header = {
  format: 'jpg' | 'png' | 'webp' | 'gif' | 'avif';
  /** Pixels as it is shown: turned as the camera noted it. */
  width: number;
  height: number;
  transparent: boolean;
  /** More than one in something that moves. */
  frames: number;
};

/** Reads originals and makes what the site serves of them. */
export interface Encoder {
  /** Decodes nothing, so that no bomb goes off. Undefined when the file is no picture, or its beginning is damaged. */
  header(bytes: Uint8Array): Promise<Header | undefined>;
  /** Whether a picture can be read to its last pixel. */
  isWhole(bytes: Uint8Array): Promise<boolean>;
  /**
   * Files of a picture that is whole. Nothing of the original's metadata gets into them, and the same bytes always give
   * the same ones.
   */
  variants(bytes: Uint8Array, info: ImageInfo, wanted: Variant[]): AsyncIterable<MadeVariant>;
}

export type MadeVariant = { variant: Variant; body: Uint8Array };
