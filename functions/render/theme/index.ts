export { stylesheetHash } from 'galley:theme';

import type { SiteView, View } from '../view.ts';
import { assetPages } from './assets.ts';

export const assets = assetPages();

export function renderView(view: View, site: SiteView): string {
  return `<!doctype html>\n<title>${site.settings.title}</title>${view.kind === 'article' ? view.html : ''}`;
}
