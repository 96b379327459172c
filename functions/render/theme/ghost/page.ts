import type { SiteView, View } from '../../view.ts';
import type { Root } from '../helper.ts';
import { archiveOverview } from './archive.ts';
import { entryPage } from './entry.ts';
import { listPage } from './list.ts';
import { answerPage, formPage, notFoundPage } from './passing.ts';

/** A page in Ghost's terms. */
export type Page = {
  /** By preference; a theme need not have all of them. */
  templates: string[];
  root: Root;
  /** Addresses of the pages of a list, by number. */
  pages: Record<number, string>;
  /** ISO 8601, the newest date that the page shows. */
  today: string | undefined;
};

/** The one place where what Galley knows becomes what a Ghost theme expects. */
export function pageOf(view: View, site: SiteView): Page {
  switch (view.kind) {
    case 'article':
    case 'page':
      return entryPage(view, site);
    case 'list':
      return listPage(view, site);
    case 'archive':
      return archiveOverview(view, site);
    case 'not-found':
      return notFoundPage(site);
    case 'reply-form':
      return formPage(view, site);
    case 'answer':
      return answerPage(view, site);
  }
}
