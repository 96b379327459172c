import { assetFiles } from 'galley:theme';
import { type Safe, unwrapped, written } from '../handlebars.ts';

/**
 * `{{asset "js/gallery.js"}}`: the address of a file under the theme's `assets/`, which holds a hash of its bytes.
 *
 * @throws when no path is given
 */
export function asset(path: unknown): Safe {
  const wanted = unwrapped(path);
  if (typeof wanted !== 'string' || wanted === '') {
    throw new Error('{{asset}} needs the path of a file, as in {{asset "css/screen.css"}}');
  }
  const [, name = '', anchor = ''] = /^\/?(?:assets\/)?([^#]*)(#.*)?$/s.exec(wanted) ?? [];
  const file = Object.hasOwn(assetFiles, name) ? assetFiles[name] : undefined;
  return written([`/${file?.path ?? `assets/${name}`}${anchor}`]);
}
