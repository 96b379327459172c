import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { NewObject, Objects } from '../../functions/shared/objects.ts';

/** Names of variants say of which bytes they were made, and how: what is there is right. */
const token = 'made';

/**
 * Variants of images in a folder, as the part of the site's bucket that the images step looks after. They stay there when
 * the site's own folder is removed, because making them takes seconds for each image.
 */
export function pictureStore(folder: string): Objects {
  const head = (size: number) => ({ etag: token, size, meta: {} });
  return {
    async head(key) {
      return existsSync(join(folder, key)) ? head(0) : undefined;
    },
    async get(key) {
      const path = join(folder, key);
      return existsSync(path) ? { ...head(0), body: readFileSync(path) } : undefined;
    },
    async put(key, { body }: NewObject) {
      const path = join(folder, key);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.${process.pid}.part`, body);
      renameSync(`${path}.${process.pid}.part`, path);
      return true;
    },
    async remove(key) {
      rmSync(join(folder, key), { force: true });
      return true;
    },
    versions: async () => [],
    async *keys(prefix) {
      const around = dirname(prefix);
      const path = join(folder, around);
      if (!existsSync(path)) return;
      const keys = readdirSync(path).map((name) => `${around}/${name}`);
      yield* keys.filter((key) => key.startsWith(prefix) && !key.endsWith('.part')).sort();
    },
  };
}
