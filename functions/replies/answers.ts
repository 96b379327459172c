import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type Answer = APIGatewayProxyStructuredResultV2;

/** Answers are for one reader at one moment; a page among them may use the theme's own style sheet, nothing else. */
export function securityHeaders(stylesheetHash: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src '${stylesheetHash}'`,
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

/** 303: the browser fetches the page with GET, so reloading does not send the form again (RFC 9110, 15.4.4). */
export function seeOther(location: string, cookies: string[] = []): Answer {
  return { statusCode: 303, headers: { location }, cookies, body: '' };
}

export function json(statusCode: number, body: unknown): Answer {
  const headers = { 'content-type': 'application/json' };
  return { statusCode, headers, body: JSON.stringify(body) };
}

export function html(statusCode: number, body: string): Answer {
  return { statusCode, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

export function plain(statusCode: number, body: string): Answer {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { statusCode, headers, body: `${body}\n` };
}
