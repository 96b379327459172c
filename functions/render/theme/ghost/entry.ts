import { addressOf } from '../../../shared/model.ts';
import type { SiteView, View } from '../../view.ts';
import type { Page } from './page.ts';
import { postOf } from './post.ts';

/** The page of an article, or a standing page. */
export function entryPage(view: View & { kind: 'article' | 'page' }, site: SiteView): Page {
  const { card, kind } = view;
  const isPage = kind === 'page';
  const post = {
    ...postOf(card, site),
    html: view.html,
    page: isPage,
    comments: view.replyRule !== 'off',
    reply_count: view.replies.length,
    // Beyond Ghost's own: what was wrong, oldest first, each with its `date` and `text`.
    corrections: view.corrections,
    status: view.preview ?? 'published',
  };
  const path = `/${addressOf(card.id)}`;
  return {
    templates: isPage ? ['page', 'post'] : ['post'],
    root: {
      context: [...(view.preview ? ['preview'] : []), isPage ? 'page' : 'post'],
      relativeUrl: path,
      canonical: view.canonical ?? `${site.url}${path}`,
      post,
      ...(isPage ? { page: post } : {}),
    },
    pages: {},
    today: card.updated ?? card.date,
  };
}
