import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { transformSync } from 'esbuild';
import { ThemeError } from './theme-error.ts';
import { type ThemeFiles, textOf } from './theme-files.ts';

export type ThemeAsset = { path: string; contentType: string; base64: string };

const contentTypes: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The style sheet that stands in each page, minified, and the name the Content-Security-Policy knows it by. */
export function compileStylesheet(files: ThemeFiles, name: string): { css: string; hash: string } {
  const css = minified(name, textOf(files, name)).trim();
  if (/<\/style/i.test(css)) {
    const place = { file: name, line: 1, column: 1 };
    throw new ThemeError(place, 'The style sheet contains "</style" and would end there.');
  }
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}

/** @throws ThemeError at what a browser would skip, with the rules around it; a property may be newer than esbuild */
function minified(name: string, css: string): string {
  const { code, warnings } = transformSync(css, {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    logLevel: 'silent',
  });
  const found = warnings.find(({ id }) => id !== 'unsupported-css-property');
  if (!found) return code;
  const { line = 1, column = 0 } = found.location ?? {};
  const place = { file: name, line, column: column + 1 };
  throw new ThemeError(place, `The style sheet cannot be read: ${found.text}.`);
}

/**
 * The files under `assets/` by their name there, except the inline style sheet. Their address carries a hash of
 * their bytes, so they may be cached for ever.
 */
export function compileAssets(files: ThemeFiles, inline: string): Record<string, ThemeAsset> {
  const assets: Record<string, ThemeAsset> = {};
  for (const [file, bytes] of files) {
    if (!file.startsWith('assets/') || file === inline) continue;
    const extension = extname(file);
    const contentType = contentTypes[extension.toLowerCase()];
    if (!contentType) {
      const known = Object.keys(contentTypes).join(', ');
      const reason = `Assets of the kind "${extension}" are not served. Use one of ${known}.`;
      throw new ThemeError({ file, line: 1, column: 1 }, reason);
    }
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const path = `${file.slice(0, file.length - extension.length)}.${hash}${extension}`;
    const base64 = Buffer.from(bytes).toString('base64');
    assets[file.slice('assets/'.length)] = { path, contentType, base64 };
  }
  return assets;
}
