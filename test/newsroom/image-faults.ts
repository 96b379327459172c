import { imageTypes } from '../../functions/shared/image-variants.ts';
import { at, but, type Fault } from './bending.ts';

const formats = Object.keys(imageTypes);

/** The files of all pictures, whichever of them are there: those that a crash left out are never made. */
async function* completed(keys: AsyncIterable<string>): AsyncIterable<string> {
  const names = new Set<string>();
  for await (const key of keys) names.add(key.slice(0, key.lastIndexOf('-')));
  for (const name of names) {
    for (const width of [16, 32]) for (const format of formats) yield `${name}-${width}.${format}`;
  }
}

/** A picture is whole only where each of these holds. */
export const imageFaults: Record<string, Fault> = {
  'images takes a picture for whole of which there is a file': {
    shows: 'in meetings',
    bend: at('images', ({ site }) => ({
      site: but(site, { keys: (prefix) => completed(site.keys(prefix)) }),
    })),
  },
  'images does not tell the CDN of files that are gone': {
    shows: 'anywhere',
    bend: at('images', () => ({ toPurge: async () => {} })),
  },
  'route does not say that other words stand on a share picture': {
    shows: 'anywhere',
    bend: at('route', () => ({ toImages: async () => {} })),
  },
  "images does not draw all share pictures again when the newsroom's name is another": {
    shows: 'anywhere',
    bend: at('images', () => ({ toImages: async () => {} })),
  },
  'images keeps the files of the newest version only': {
    shows: 'anywhere',
    bend: at('images', ({ content }) => ({
      content: but(content, {
        async versions(key) {
          return (await content.versions(key)).slice(0, 1);
        },
      }),
    })),
  },
};
