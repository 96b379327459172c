import type { Card } from '../../../shared/model.ts';
import type { AnswerView, FormProblem, SiteView, View } from '../../view.ts';
import { markSafe } from '../handlebars.ts';
import type { Context } from '../helper.ts';
import { translated } from '../translated.ts';
import type { Page } from './page.ts';
import { postOf } from './post.ts';

/** So that a theme without a template for it can show it in the one for lists. */
const noPosts = {
  posts: [],
  pagination: { page: 1, pages: 1, total: 0, limit: 1, next: null, prev: null },
};

/** Nobody knows at which address it will be shown. */
const somewhere = { context: ['error'], relativeUrl: '/' };

export function notFoundPage(site: SiteView): Page {
  const message = translated('Page not found', site.settings.language);
  const root = { statusCode: 404, code: 404, message };
  return passing(['error-404', 'error', 'index'], message, root, site);
}

/** The answer to a reply that could not be taken: what is wrong, and all that was typed. */
export function formPage(view: View & { kind: 'reply-form' }, site: SiteView): Page {
  const { kind: _kind, card, ...root } = view;
  const errors = errorsOf(view.problems);
  return passing(['reply-form', 'page', 'index'], view.message, { ...root, errors }, site, card);
}

/** What the API has to say to one reader. */
export function answerPage(view: AnswerView, site: SiteView): Page {
  const { heading, says, card, reply, forms } = view;
  const root = {
    heading,
    says,
    forms: forms.map(({ hidden, ...form }) => ({ ...form, hidden: pairs(hidden) })),
    ...(reply ? { reply: { ...reply, html: markSafe(reply.html) } } : {}),
  };
  return passing(['answer', 'page', 'index'], heading, root, site, card);
}

/** @param card the article that it is about */
function passing(
  templates: string[],
  heading: string,
  root: Context,
  site: SiteView,
  card?: Card,
): Page {
  return {
    templates,
    root: {
      ...somewhere,
      ...noPosts,
      ...root,
      meta_title: `${heading} - ${site.settings.title}`,
      ...(card ? { post: postOf(card, site) } : {}),
    },
    pages: {},
    today: card?.date,
  };
}

function pairs(values: Record<string, string>) {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** The first problem of each field, beside which it is shown. */
function errorsOf(problems: FormProblem[]): Context {
  const errors: Record<string, string> = {};
  for (const { field, message } of problems) if (field) errors[field] ??= message;
  return errors;
}
