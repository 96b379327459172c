import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { SiteView, View } from '../render/view.ts';
import { defaultSettings } from '../shared/default-settings.ts';
import type { Secrets } from '../shared/secrets.ts';
import { type Answer, html, json, plain, securityHeaders } from './answers.ts';
import { findArticle } from './article.ts';
import { acceptsHtml, type Incoming, incomingOf, wantsJson } from './incoming.ts';
import { ReplyError } from './reply-error.ts';
import { routes } from './routes.ts';
import type { SubmitParts } from './submit.ts';
import { typedIn } from './typed.ts';

/** All that the API needs of the world. */
export type ApiParts = SubmitParts & {
  secrets: Secrets;
  theme: { renderView(view: View, site: SiteView): string; stylesheetHash: string };
  /** Told of each error that is not the client's. */
  failed: (error: unknown, incoming: Incoming) => void;
};

/** The API under `/api/`: routes, and the one place where an error becomes an answer. */
export function createApi(parts: ApiParts) {
  const common = securityHeaders(parts.theme.stylesheetHash);
  return async function answer(event: APIGatewayProxyEventV2): Promise<Answer> {
    const incoming = incomingOf(event);
    const found = await dispatch(parts, incoming).catch((error: unknown) =>
      answerTo(parts, incoming, error),
    );
    return { ...found, headers: { ...common, ...found.headers } };
  };
}

async function dispatch(parts: ApiParts, incoming: Incoming): Promise<Answer> {
  const methods = methodsAt(incoming);
  if (!methods) throw new ReplyError('unknown-route', 'There is nothing at this address.');
  const { method } = incoming;
  const route = method === 'GET' || method === 'POST' ? methods[method] : undefined;
  if (route) return route(parts, incoming);
  throw new ReplyError(
    'wrong-method',
    methods.GET
      ? 'This address can only be read.'
      : 'There is nothing to read at this address: it only takes what a form sends with POST.',
  );
}

function methodsAt({ path }: Incoming) {
  return Object.hasOwn(routes, path) ? routes[path] : undefined;
}

async function answerTo(parts: ApiParts, incoming: Incoming, cause: unknown): Promise<Answer> {
  const error = cause instanceof ReplyError ? cause : notStored(cause);
  if (error.status >= 500) parts.failed(cause, incoming);
  const answer = await inItsForm(parts, incoming, error);
  if (error.code !== 'wrong-method') return answer;
  const allow = Object.keys(methodsAt(incoming) ?? {}).join(', ');
  return { ...answer, headers: { ...answer.headers, allow } };
}

async function inItsForm(parts: ApiParts, incoming: Incoming, error: ReplyError): Promise<Answer> {
  const { status, code, message, problems } = error;
  if (wantsJson(incoming)) return json(status, { error: { code, message, problems } });
  if (!isReply(incoming) && !acceptsHtml(incoming)) return plain(status, message);
  return html(status, await page(parts, incoming, error));
}

function isReply({ path, method }: Incoming): boolean {
  return path === '/api/replies' && method === 'POST';
}

/** The form again: what is wrong, and all that was typed. For anything but a reply, what is wrong and a way out. */
async function page(parts: ApiParts, incoming: Incoming, error: ReplyError): Promise<string> {
  const { message, problems } = error;
  const retry = isReply(incoming) && error.retry;
  const { article, values } = await typedIn(incoming);
  const { settings, card } = await surroundings(parts, article).catch((cause: unknown) => {
    // The catalog may be what failed in the first place. The text must come back all the same.
    parts.failed(cause, incoming);
    return { settings: defaultSettings, card: undefined };
  });
  const view: View = {
    kind: 'reply-form',
    article,
    ...(card && { card }),
    message,
    problems,
    values,
    retry,
  };
  return parts.theme.renderView(view, { settings, url: settings.url });
}

async function surroundings({ catalog }: ApiParts, id: string) {
  const [{ settings }, article] = await Promise.all([catalog.settings(), findArticle(catalog, id)]);
  return { settings, card: article?.card };
}

function notStored(cause: unknown): ReplyError {
  const message =
    'This could not be stored just now. Nothing of what you typed is lost: wait a minute and send it again.';
  return new ReplyError('not-stored', message, [], cause);
}
