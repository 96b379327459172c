/** The smallest files that measure as images: what a decoder would find behind the header is not looked at. */

/** @param extra bytes behind the header, so that images of one size can differ */
export function png(width: number, height: number, extra = ''): Uint8Array {
  const head = Buffer.alloc(33);
  head.write('89504e470d0a1a0a0000000d49484452', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  head.write('0806000000', 24, 'hex');
  return Buffer.concat([head, Buffer.from(extra)]);
}

export function gif(width: number, height: number): Uint8Array {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
}

/** @param orientation as cameras note it (EXIF tag 0x0112), 1 being upright */
export function jpeg(width: number, height: number, orientation?: number): Uint8Array {
  const start = Buffer.from('ffd8', 'hex');
  const frame = Buffer.from('ffc00011080000000003012200021101031101ffd9', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([start, orientation === undefined ? jfif() : exif(orientation), frame]);
}

function jfif(): Buffer {
  return Buffer.from('ffe000104a46494600010100000100010000', 'hex');
}

function exif(orientation: number): Buffer {
  const tiff = '4d4d002a00000008000101120003000000010000000000000000';
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff, 'hex')]);
  body.writeUInt16BE(orientation, 6 + 18);
  const head = Buffer.from('ffe10000', 'hex');
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The extended header of WebP (VP8X). */
export function webp(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(30);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(22, 4);
  head.write('WEBPVP8X', 8, 'latin1');
  head.writeUInt32LE(10, 16);
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  return head;
}

export function avif(width: number, height: number): Uint8Array {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const extent = box('ispe', Buffer.concat([Buffer.alloc(4), size]));
  const properties = box('iprp', box('ipco', extent));
  const meta = box('meta', Buffer.concat([Buffer.alloc(4), properties]));
  const brands = Buffer.from('avif\0\0\0\0avifmif1', 'latin1');
  return Buffer.concat([box('ftyp', brands), meta]);
}

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}
