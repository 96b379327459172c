import { Duration } from 'aws-cdk-lib';
import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

const sources = `${import.meta.dirname}/../../functions/edge`;

/** The functions that CloudFront runs for each request of a page. */
export function edgeFunctions(scope: Construct) {
  return [
    { id: 'ViewerRequest', file: 'viewer-request.js', eventType: FunctionEventType.VIEWER_REQUEST },
    {
      id: 'ViewerResponse',
      file: 'viewer-response.js',
      eventType: FunctionEventType.VIEWER_RESPONSE,
    },
  ].map(({ id, file, eventType }) => ({
    eventType,
    function: new EdgeFunction(scope, id, {
      code: FunctionCode.fromFile({ filePath: `${sources}/${file}` }),
      runtime: FunctionRuntime.JS_2_0,
    }),
  }));
}

/**
 * What a page may do: load from this site, and be styled by its own style element, which is known by its hash.
 * Nothing inline, nothing from elsewhere, not inside a frame (CSP Level 3).
 *
 * @param stylesheetHash `sha256-…` of the present style sheet; viewer-response.js puts in a page's own
 */
export function contentSecurityPolicy(stylesheetHash: string): string {
  return [
    "default-src 'none'",
    `style-src 'self' '${stylesheetHash}'`,
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer, the API's included: its pages are made of the same theme. */
export function securityHeaders(scope: Construct, stylesheetHash: string): ResponseHeadersPolicy {
  const override = true;
  return new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: contentSecurityPolicy(stylesheetHash),
        override,
      },
      contentTypeOptions: { override },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        // The newsroom may be one host of a domain on which others still speak plain HTTP.
        includeSubdomains: false,
        override,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: 'permissions-policy',
          value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
          override,
        },
        { header: 'cross-origin-opener-policy', value: 'same-origin', override },
      ],
    },
  });
}
