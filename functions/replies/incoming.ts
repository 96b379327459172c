import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** An HTTP request as this step needs it. The reader's address is left behind here and never stored. */
export type Incoming = {
  method: string;
  path: string;
  query: URLSearchParams;
  cookies: Record<string, string>;
  /** Media type in lower case without parameters, empty when none was given. */
  contentType: string;
  accept: string;
  /** Whether the browser says that another site sent its reader here. */
  crossSite: boolean;
  body: Uint8Array<ArrayBuffer>;
  /** The media type as sent, with the boundary of a multipart body. */
  fullContentType: string;
};

/**
 * Unpacks an event of an HTTP API, payload format 2.0: header names come in lower case, forms come in base 64.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function incomingOf(event: APIGatewayProxyEventV2): Incoming {
  const { headers, cookies = [] } = event;
  const fullContentType = headers['content-type'] ?? '';
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    query: new URLSearchParams(event.rawQueryString),
    cookies: Object.fromEntries(cookies.map(cookie)),
    contentType: fullContentType.replace(/;.*/s, '').trim().toLowerCase(),
    accept: (headers.accept ?? '').toLowerCase(),
    crossSite: headers['sec-fetch-site'] === 'cross-site',
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    fullContentType,
  };
}

/** JSON in gives JSON out; beside that, JSON only for those who ask for it and not for a page. */
export function wantsJson(incoming: Incoming): boolean {
  if (incoming.contentType === 'application/json') return true;
  return incoming.accept.includes('application/json') && !acceptsHtml(incoming);
}

/** Browsers say so by name. A program that takes anything is better served with plain text. */
export function acceptsHtml({ accept }: Incoming): boolean {
  return accept.includes('text/html');
}

/** Values are taken as they are: whoever sets one that needs escapes takes them off again. */
function cookie(written: string): [name: string, value: string] {
  const at = written.indexOf('=');
  return at < 0
    ? [written.trim(), '']
    : [written.slice(0, at).trim(), written.slice(at + 1).trim()];
}
