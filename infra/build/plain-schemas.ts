import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const named = /^(?:export )?const (\w+) = ("[^"]*");$/gm;

/**
 * The AWS SDK describes every operation of a service in one file, whose objects have keys like `[_h]`. A bundler must take
 * such a key for something that could do something, and so keeps all descriptions. With the constants written out it
 * drops those of operations that are never called, about 60 KB of each function that uses S3.
 */
export function plainSchemas(): Plugin {
  return {
    name: 'plain-schemas',
    setup({ onLoad }) {
      onLoad(
        { filter: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/ },
        async (args) => ({
          contents: withPlainKeys(await readFile(args.path, 'utf8')),
          loader: 'js',
        }),
      );
    },
  };
}

/** `{ [_h]: 1 }` as `{ "http": 1 }`, where the file itself says `const _h = "http"`. */
export function withPlainKeys(source: string): string {
  const values = new Map([...source.matchAll(named)].map(([, name, value]) => [name, value]));
  return source.replace(/\[(\w+)\]:/g, (whole, name: string) => {
    const value = values.get(name);
    return value === undefined ? whole : `${value}:`;
  });
}
