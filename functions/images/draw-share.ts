import { createRequire } from 'node:module';
import type { OverlayOptions } from 'sharp';
import { escaped } from '../shared/markup.ts';
import { type ShareWords, shareSize } from '../shared/share-picture.ts';
import { sharp } from './libvips.ts';

/** Draws what other sites show with a link. @returns a PNG, always the same for the same words */
export type DrawShare = (words: ShareWords) => Promise<Uint8Array>;

const paper = '#fffefa';
const ink = '#1b1a18';
const soft = '#5d5952';
const accent = '#9c1f2e';

/** Pixels between the words and the edges, and where the headline begins and has to end. */
const edge = 80;
const [top, bottom] = [150, 490];

/** Of headlines, from a few words to as many as a headline may have. */
const sizes = [88, 72, 60, 50, 42, 34];
const small = 34;

/** Lambda has no fonts. It lies beside the bundle, or where npm put it. */
const { resolve } = createRequire(import.meta.url);
const fontfile = resolve('@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf');

export const drawShare: DrawShare = async ({ title, section, site }) => {
  const bar = { create: { width: shareSize.width, height: 14, channels: 3, background: accent } };
  const overlays: OverlayOptions[] = [
    { input: bar as OverlayOptions['input'] & object, left: 0, top: 0 },
    ...(section ? [at(82, await line(section, accent))] : []),
    at(top, await headline(title)),
    ...(site ? [at(525, await line(site, soft))] : []),
  ];
  const canvas = sharp({ create: { ...shareSize, channels: 3, background: paper } });
  return canvas.composite(overlays).png({ palette: true, colours: 64, effort: 4 }).toBuffer();
};

function at(y: number, input: Uint8Array): OverlayOptions {
  return { input: Buffer.from(input), left: edge, top: y };
}

/** As large as fits. */
async function headline(title: string): Promise<Uint8Array> {
  let drawn = await block(title, ink, sizes[0] ?? small);
  for (const size of sizes.slice(1)) {
    if (drawn.height <= bottom - top) break;
    drawn = await block(title, ink, size);
  }
  return drawn.body;
}

/** What does not fit into a line is cut off: a name that long is known by its beginning. */
async function line(text: string, colour: string): Promise<Uint8Array> {
  const short = text.length > 50 ? `${text.slice(0, 49)}…` : text;
  return (await block(short, colour, small)).body;
}

async function block(text: string, colour: string, size: number) {
  const drawing = sharp({
    text: {
      // Markup of Pango's.
      text: `<span foreground="${colour}" line_height="0.9">${escaped(text)}</span>`,
      font: `Source Serif 4 Bold ${size}`,
      fontfile,
      width: shareSize.width - 2 * edge,
      // Words that are longer than a line are broken.
      wrap: 'word-char',
      rgba: true,
      // So that sizes are pixels.
      dpi: 72,
    },
  });
  const { data, info } = await drawing.png().toBuffer({ resolveWithObject: true });
  return { body: data, height: info.height };
}
