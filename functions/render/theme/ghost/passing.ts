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

export function notFoundPage({ settings }: SiteView): Page {
  const message = translated('Page not found', settings.language);
  return {
    templates: ['error-404', 'error', 'index'],
    root: {
      ...somewhere,
      ...noPosts,
      statusCode: 404,
      code: 404,
      message,
      meta_title: `${message} - ${settings.title}`,
    },
    pages: {},
    today: undefined,
  };
}

/** The answer to a reply that could not be taken: what is wrong, and all that was typed. */
export function formPage(view: View & { kind: 'reply-form' }, site: SiteView): Page {
  const { article, card, message, problems, values, retry } = view;
  return {
    templates: ['reply-form', 'page', 'index'],
    root: {
      ...somewhere,
      ...noPosts,
      message,
      problems,
      errors: errorsOf(problems),
      values,
      retry,
      article,
      meta_title: `${message} - ${site.settings.title}`,
      ...(card ? { post: postOf(card, site) } : {}),
    },
    pages: {},
    today: card?.date,
  };
}

/** What the API has to say to one reader. */
export function answerPage(view: AnswerView, site: SiteView): Page {
  const { heading, says, card, reply, forms } = view;
  return {
    templates: ['answer', 'page', 'index'],
    root: {
      ...somewhere,
      ...noPosts,
      heading,
      says,
      forms: forms.map(({ hidden, ...form }) => ({ ...form, hidden: pairs(hidden) })),
      meta_title: `${heading} - ${site.settings.title}`,
      ...(reply ? { reply: { ...reply, html: markSafe(reply.html) } } : {}),
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
