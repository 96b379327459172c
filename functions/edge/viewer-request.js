/**
 * CloudFront function (cloudfront-js-2.0), before the cache: pretty addresses and the consent style sheet.
 *
 * The runtime knows no modules, so this file stands alone. It is ES 5.1 with a choice of newer things, and a test
 * holds the file to them: no `for…of`, no destructuring, no `flatMap`, no comma after the last argument (CloudFront
 * Developer Guide, "JavaScript runtime 2.0 features"). It must not throw: CloudFront answers 503 then.
 */

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function by this name.
function handler(event) {
  const request = event.request;
  if (request.uri === '/consent.css') return consentStyle(request);
  if (request.uri.endsWith('/')) {
    request.uri += 'index.html';
    return request;
  }
  return isFile(request.uri) ? request : toTrailingSlash(request);
}

/** Galley's own files have a dot in their name. Those of others under `/.well-known/` need not (RFC 8615). */
function isFile(uri) {
  return uri.slice(uri.lastIndexOf('/') + 1).includes('.') || uri.startsWith('/.well-known/');
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const outwards = /^[/\\\x00-\x20]+/;

function toTrailingSlash(request) {
  // `//example.org/x` and `/\example.org/x` would leave the site: a browser reads both as another host, and it skips
  // tabs and line breaks while reading (WHATWG URL Standard).
  const path = request.uri.replace(outwards, '');
  const query = queryOf(request.querystring);
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: {
      location: { value: `/${path}${path && '/'}${query && `?${query}`}` },
      'cache-control': { value: 'public, max-age=3600' },
    },
  };
}

/** CloudFront hands the query over taken apart, its values still encoded. */
function queryOf(querystring) {
  const pairs = [];
  Object.keys(querystring).forEach((name) => {
    const fields = querystring[name].multiValue || [querystring[name]];
    fields.forEach((each) => {
      pairs.push(each.value === '' ? name : `${name}=${each.value}`);
    });
  });
  return pairs.join('&');
}
