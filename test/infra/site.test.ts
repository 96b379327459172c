import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { galley, only, resourcesOf, root, stylesheetHash } from './galley.ts';

const { DistributionConfig: config } = only('AWS::CloudFront::Distribution').Properties;
const { ResponseHeadersPolicyConfig: headers } = only(
  'AWS::CloudFront::ResponseHeadersPolicy',
).Properties;
const [api] = config.CacheBehaviors;
const origins = Object.fromEntries(
  // biome-ignore lint/suspicious/noExplicitAny: a piece of a template
  config.Origins.map((origin: any) => [origin.Id, origin]),
);

describe('the site bucket', () => {
  const { Statement } = only('AWS::S3::BucketPolicy', 'SiteBucket').Properties.PolicyDocument;
  // biome-ignore lint/suspicious/noExplicitAny: a piece of a template
  const allowed = Statement.filter(({ Effect }: any) => Effect === 'Allow');

  it('can be read by the distribution and nobody else', () => {
    expect(allowed).toHaveLength(1);
    expect(allowed[0]).toMatchObject({
      Action: 's3:GetObject',
      Principal: { Service: 'cloudfront.amazonaws.com' },
    });
    expect(JSON.stringify(allowed[0].Condition)).toMatch(/AWS:SourceArn.+SiteDistribution/);
  });

  it('is read with signed requests', () => {
    const origin = origins[config.DefaultCacheBehavior.TargetOriginId];
    expect(origin.OriginAccessControlId['Fn::GetAtt'][0]).toMatch(/OriginAccessControl/);
    const control = only('AWS::CloudFront::OriginAccessControl').Properties;
    expect(control.OriginAccessControlConfig.SigningBehavior).toBe('always');
  });
});

describe('a page', () => {
  const page = config.DefaultCacheBehavior;

  it('is sent over TLS only', () => {
    expect(page.ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  it('passes both edge functions', () => {
    // biome-ignore lint/suspicious/noExplicitAny: a piece of a template
    const passed = page.FunctionAssociations.map(({ EventType, FunctionARN }: any) => [
      EventType,
      FunctionARN['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, ''),
    ]);
    expect(passed).toEqual([
      ['viewer-request', 'SiteViewerRequest'],
      ['viewer-response', 'SiteViewerResponse'],
    ]);
  });

  it('is the same for all readers: neither cookies nor queries nor headers make another', () => {
    const { CachePolicyConfig } = only('AWS::CloudFront::CachePolicy').Properties;
    expect(CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin).toEqual({
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
      EnableAcceptEncodingBrotli: true,
      EnableAcceptEncodingGzip: true,
    });
  });

  it('says itself how long it keeps', () => {
    const { CachePolicyConfig } = only('AWS::CloudFront::CachePolicy').Properties;
    expect(CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0 });
  });

  it('that is not there answers 404 with the page for it', () => {
    expect(config.CustomErrorResponses).toEqual([
      { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html', ErrorCachingMinTTL: 10 },
    ]);
  });

  it('can only be read', () => {
    expect(page.AllowedMethods ?? ['GET', 'HEAD']).toEqual(['GET', 'HEAD']);
  });
});

describe('/api/*', () => {
  it('is the only path that goes elsewhere', () => {
    // biome-ignore lint/suspicious/noExplicitAny: a piece of a template
    const paths = config.CacheBehaviors.map(({ PathPattern }: any) => PathPattern);
    expect(paths).toEqual(['/api/*']);
  });

  it('goes to the HTTP API over TLS', () => {
    const origin = origins[api.TargetOriginId];
    expect(JSON.stringify(origin.DomainName)).toContain('.execute-api.');
    expect(origin.CustomOriginConfig.OriginProtocolPolicy).toBe('https-only');
  });

  it('passes no edge function', () => {
    expect(api.FunctionAssociations).toBeUndefined();
  });

  it('is never cached', () => {
    const managedCachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect(api.CachePolicyId).toBe(managedCachingDisabled);
  });

  it('takes forms', () => {
    expect(api.AllowedMethods).toContain('POST');
  });

  it('hears what it reads: three headers, no cookie, no query, nothing that tells readers apart', () => {
    const { OriginRequestPolicyConfig } = only('AWS::CloudFront::OriginRequestPolicy').Properties;
    const { CookiesConfig, HeadersConfig, QueryStringsConfig } = OriginRequestPolicyConfig;
    expect(CookiesConfig).toEqual({ CookieBehavior: 'none' });
    expect(QueryStringsConfig).toEqual({ QueryStringBehavior: 'none' });
    const read = readFileSync(join(root, 'functions/replies/incoming.ts'), 'utf8');
    const names = [...read.matchAll(/headers(?:\.(\w+)|\['([^']+)'\])/g)].map(([, a, b]) => a ?? b);
    const forwarded: string[] = HeadersConfig.Headers;
    expect(forwarded.map((name) => name.toLowerCase()).sort()).toEqual([...new Set(names)].sort());
  });

  it('is throttled', () => {
    const { DefaultRouteSettings } = only('AWS::ApiGatewayV2::Stage').Properties;
    expect(DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
  });

  it("leaves the readers' addresses out of its log", () => {
    const { AccessLogSettings } = only('AWS::ApiGatewayV2::Stage').Properties;
    expect(AccessLogSettings.Format).not.toMatch(/sourceIp|identity|userAgent/i);
  });
});

describe.each([
  ['pages', config.DefaultCacheBehavior],
  ['/api/*', api],
])('the headers of %s', (_name, behavior) => {
  it('are those of the one policy', () => {
    const [id] = Object.keys(resourcesOf('AWS::CloudFront::ResponseHeadersPolicy'));
    expect(behavior.ResponseHeadersPolicyId).toEqual({ Ref: id });
  });
});

describe('the Content-Security-Policy', () => {
  const security = headers.SecurityHeadersConfig;
  const policy: string = security.ContentSecurityPolicy.ContentSecurityPolicy;

  it('allows nothing that it does not name', () => {
    expect(policy).toMatch(/^default-src 'none';/);
  });

  it("knows the page's style by its hash", () => {
    expect(policy).toContain(`style-src 'self' '${stylesheetHash}';`);
  });

  it.each([
    'unsafe-inline',
    'unsafe-eval',
    'unsafe-hashes',
    'http:',
    'https:',
    'data:',
    'blob:',
    '*',
  ])('does not say %s', (word) => {
    expect(policy).not.toContain(word);
  });

  it('keeps the page out of frames and its base where it is', () => {
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
  });

  it.each([
    'ContentSecurityPolicy',
    'ContentTypeOptions',
    'FrameOptions',
    'ReferrerPolicy',
    'StrictTransportSecurity',
  ])('and %s win over what the origin says', (name) => {
    expect(security[name].Override).toBe(true);
  });

  it('comes with transport security for this host and no other', () => {
    expect(security.StrictTransportSecurity.IncludeSubdomains).toBe(false);
  });
});

describe('a domain of its own', () => {
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d';
  const names: [string, ...string[]] = ['news.example.org', 'www.news.example.org'];
  const template = Template.fromStack(galley({ domain: { names, certificateArn } }).stack);
  const own = only('AWS::CloudFront::Distribution', '', template).Properties.DistributionConfig;

  it('answers to all of its names', () => {
    expect(own.Aliases).toEqual(names);
  });

  it('shows its certificate and speaks TLS 1.2 or newer', () => {
    expect(own.ViewerCertificate).toMatchObject({
      AcmCertificateArn: certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
  });

  it('is what pages say of themselves: the first name', () => {
    expect(template.toJSON().Outputs.SiteUrl.Value).toBe('https://news.example.org');
    const render = only('AWS::Lambda::Function', 'Render', template).Properties;
    expect(render.Environment.Variables.GALLEY_SITE_URL).toBe('https://news.example.org');
  });

  it('must have its certificate where CloudFront looks for it', () => {
    const elsewhere = certificateArn.replace('us-east-1', 'eu-west-1');
    expect(() => galley({ domain: { names, certificateArn: elsewhere } })).toThrow(/us-east-1/);
  });
});

it('without a domain the site has the name that CloudFront gives it', () => {
  expect(config.Aliases).toBeUndefined();
  expect(config.ViewerCertificate).toBeUndefined();
});
