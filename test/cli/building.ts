import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSite } from '../../cli/build/build-site.ts';
import type { BuildOptions, Studio } from '../../cli/build/desk.ts';
import { sketchingEncoder } from '../functions/images/encoders.ts';
import { pictures } from '../newsroom/pictures.ts';
import { folderWith, now } from './content-folder.ts';

/** Draws nothing: of pictures the names are enough, and of share pictures the words. */
const studio: Studio = { encoder: sketchingEncoder, drawShare: pictures.drawShare };

type Body = string | Uint8Array;

/** A content folder, the folder of its site, and what builds keep between them. */
export class Workshop {
  readonly #folder: string;
  #ticks = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  static async with(files: Record<string, Body>): Promise<Workshop> {
    const workshop = new Workshop(await folderWith({}));
    for (const [key, body] of Object.entries(files)) workshop.write(key, body);
    return workshop;
  }

  get out(): string {
    return join(this.#folder, 'site');
  }

  path(key: string): string {
    return join(this.#folder, 'content', key);
  }

  /** Each write is a second after the one before, as it may be in life. */
  write(key: string, body: Body): void {
    this.#ticks += 1;
    mkdirSync(dirname(this.path(key)), { recursive: true });
    writeFileSync(this.path(key), body);
    const at = now.getTime() / 1000 - 100_000 + this.#ticks;
    utimesSync(this.path(key), at, at);
  }

  remove(key: string): void {
    rmSync(this.path(key), { force: true });
  }

  /** @param more `out` for another folder than the usual one */
  build(more: Partial<BuildOptions> = {}) {
    const out = more.out ?? this.out;
    return buildSite({
      content: join(this.#folder, 'content'),
      cache: `${out}-cache`,
      siteUrl: 'https://galley.example',
      now,
      engine: { module: new URL('data:,'), id: 'as it is' },
      studio,
      threads: 0,
      note: () => {},
      ...more,
      out,
    });
  }

  /** The same files, built by somebody who has never built them before. */
  async anew(more: Partial<BuildOptions> = {}): Promise<Record<string, string>> {
    const out = `${this.out}-anew`;
    for (const folder of [out, `${out}-cache`]) rmSync(folder, { recursive: true, force: true });
    await this.build({ ...more, out });
    return filesOf(out);
  }

  files(): Record<string, string> {
    return filesOf(this.out);
  }
}

/** The files of a site by their keys, without what a build notes for itself. */
function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    found.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}
