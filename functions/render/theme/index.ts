export { stylesheetHash } from 'galley:theme';

import * as theme from 'galley:theme';
import type { SiteView, View } from '../view.ts';
import { assetPages } from './assets.ts';
import { createEngine } from './engine.ts';
import { pageOf } from './ghost/page.ts';
import { siteOf } from './ghost/site.ts';

export const assets = assetPages();

const { templateFor, renderTemplate, renderPartial } = createEngine(theme);

/** A page as HTML: a pure function of what it shows and of the theme, which is a Ghost theme. */
export function renderView(view: View, site: SiteView): string {
  const { templates, root, pages, today } = pageOf(view, site);
  return renderTemplate(templateFor(templates), root, {
    site: siteOf(site, view),
    config: theme.config,
    custom: theme.custom,
    labs: {},
    member: null,
    page: { show_title_and_feature_image: true },
    galley: { view, site, pages, today, partial: renderPartial },
  });
}
