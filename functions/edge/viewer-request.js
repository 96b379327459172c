/**
 * CloudFront function (cloudfront-js-2.0), before the cache: pretty addresses and the consent style sheet.
 *
 * The runtime knows no modules, so this file stands alone. It must not throw: CloudFront answers 503 then.
 */

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function by this name.
function handler(event) {
  const request = event.request;
  if (request.uri === '/consent.css') return consentStyle(request);
  if (request.uri.endsWith('/')) {
    request.uri += 'index.html';
    return request;
  }
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  return last.includes('.') ? request : toTrailingSlash(request);
}

/**
 * The banner is part of every page, which is the same for all readers and cached. Whoever has answered it gets a
 * style sheet that hides it: this works without a script and without a second copy of each page.
 */
function consentStyle(request) {
  const cookie = request.cookies.consent;
  const answered = cookie && (cookie.value === 'accept' || cookie.value === 'refuse');
  return {
    statusCode: 200,
    statusDescription: 'OK',
    headers: {
      'content-type': { value: 'text/css; charset=utf-8' },
      'cache-control': { value: 'no-store' },
      'x-content-type-options': { value: 'nosniff' },
    },
    body: { encoding: 'text', data: answered ? '#consent{display:none}' : '/* no answer yet */' },
  };
}

function toTrailingSlash(request) {
  // `//example.org/x` and `/\example.org/x` would leave the site: a browser reads both as another host.
  const path = request.uri.replace(/^[/\\]+/, '/');
  const query = queryOf(request.querystring);
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: {
      location: { value: `${path}/${query ? `?${query}` : ''}` },
      'cache-control': { value: 'public, max-age=3600' },
    },
  };
}

/** CloudFront hands the query over taken apart, its values still encoded. */
function queryOf(querystring) {
  return Object.keys(querystring)
    .flatMap((name) => {
      const field = querystring[name];
      return (field.multiValue || [field]).map((each) =>
        each.value === '' ? name : `${name}=${each.value}`,
      );
    })
    .join('&');
}
