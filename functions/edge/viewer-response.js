/**
 * CloudFront function (cloudfront-js-2.0), on the way to the reader: lets the page's own style through the
 * Content-Security-Policy, keeps search engines away from previews, and drops what only S3 cares about. For its language see viewer-request.js.
 *
 * It also runs for objects from the cache, but not when the origin answered 400 or more. Therefore the response
 * headers policy, which is applied before, names the present style sheet: that one serves the 404 page, which has no
 * style between a change of the style sheet and its own rendering. Any other page written before names its own here.
 */

const styleHash = /^sha256-[A-Za-z0-9+/]{43}=$/;

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls the function by this name.
function handler(event) {
  const response = event.response;
  const headers = response.headers;
  const style = headers['x-amz-meta-style'];
  const robots = headers['x-amz-meta-robots'];
  const policy = headers['content-security-policy'];
  if (style && policy && styleHash.test(style.value)) {
    policy.value = policy.value.replace(/'sha256-[^']*'/, `'${style.value}'`);
  }
  if (robots) headers['x-robots-tag'] = { value: robots.value };
  Object.keys(headers).forEach((name) => {
    if (name.startsWith('x-amz-') || name === 'server') delete headers[name];
  });
  return response;
}
