import { config } from 'galley:theme';
import { checkImage } from '../functions/images/check-image.ts';
import { infoOf, widthsOf } from '../functions/images/original.ts';
import { sharpEncoder } from '../functions/images/sharp-encoder.ts';
import { variantsOf } from '../functions/shared/image-variants.ts';
import { quantile, type Result } from './figures.ts';
import { photograph } from './photograph.ts';

const rounds = 3;

/**
 * A photograph of twelve megapixels, held upright, to every file that the site has of it. Counted is the time of the one
 * core that the images step has, because other programs of this machine are none of its business.
 */
export async function benchImages(_folder: string, note: (text: string) => void): Promise<Result> {
  note('making a photograph');
  const original = await photograph(4032, 3024);
  const [core, clock]: [number[], number[]] = [[], []];
  let made = 0;
  for (let round = 1; round <= rounds; round += 1) {
    note(`${round} of ${rounds}`);
    const [used, started] = [process.cpuUsage(), performance.now()];
    made = await encode(original);
    const { user, system } = process.cpuUsage(used);
    core.push((user + system) / 1e6);
    clock.push((performance.now() - started) / 1000);
  }
  const size = `${(original.length / 1e6).toFixed(1)} MB`;
  return {
    figures: [
      {
        name: 'a JPEG of 12 megapixels to all variants, time of one core',
        bound: 6,
        value: quantile(core, 0.5),
        unit: 's',
        note: `${size}, to AVIF, WebP and JPEG in ${widthsOf(config.image_sizes).join(', ')} pixels; median of ${rounds}`,
      },
      { name: 'the same by the clock', value: quantile(clock, 0.5), unit: 's' },
      { name: 'all variants of it together', value: made / 1000, unit: 'KB' },
    ],
  };
}

/** As the images step does it, without a bucket. @returns bytes of all files */
async function encode(original: Uint8Array): Promise<number> {
  const { source } = await checkImage('images/photograph.jpg', original, sharpEncoder);
  if (!source) throw new Error('The photograph was refused.');
  const info = infoOf(source, widthsOf(config.image_sizes));
  let bytes = 0;
  for await (const { body } of sharpEncoder.variants(original, info, variantsOf(info))) {
    bytes += body.length;
  }
  return bytes;
}
