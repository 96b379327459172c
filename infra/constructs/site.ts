import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { content, env } from '../../functions/shared/layout.ts';
import type { Stage } from '../config.ts';
import { edgeFunctions, securityHeaders } from './edge.ts';
import { allowListing, allowObjects, denyObjects } from './object-access.ts';
import type { Step } from './step.ts';

export interface SiteProps {
  readonly stage: Stage;
  /** Host of the HTTP API. */
  readonly api: string;
  /** `sha256-…` of the theme's style sheet. */
  readonly stylesheetHash: string;
}

const readWriteDelete = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];

/** The finished pages and the CDN before them. All of it is derived and can be made again. */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  /** Public address without trailing slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { stage } = props;
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.distribution = this.distribute(props);
    const host = stage.domain?.names[0] ?? this.distribution.distributionDomainName;
    this.url = stage.siteUrl ?? `https://${host}`;
    acknowledge(this, props);
  }

  /** All pages and the theme's files, but no images: those belong to another step. */
  grantPages(step: Step): void {
    allowObjects(step, this.bucket, readWriteDelete, ['']);
    denyObjects(step, this.bucket, ['s3:PutObject', 's3:DeleteObject'], [content.images]);
    allowListing(step, this.bucket, ['s3:ListBucket'], ['']);
    step.allow([], { [env.siteBucket]: this.bucket.bucketName });
  }

  grantImages(step: Step): void {
    allowObjects(step, this.bucket, readWriteDelete, [content.images]);
    allowListing(step, this.bucket, ['s3:ListBucket'], [content.images]);
    step.allow([], { [env.siteBucket]: this.bucket.bucketName });
  }

  /** To see which pages and images there are, and nothing of what is in them. */
  grantList(step: Step): void {
    allowListing(step, this.bucket, ['s3:ListBucket'], ['']);
    step.allow([], { [env.siteBucket]: this.bucket.bucketName });
  }

  grantPurge(step: Step): void {
    const statement = new PolicyStatement({
      actions: ['cloudfront:CreateInvalidation'],
      resources: [this.distribution.distributionArn],
    });
    step.allow([statement], { [env.distributionId]: this.distribution.distributionId });
  }

  private distribute({ stage, api, stylesheetHash }: SiteProps): Distribution {
    const shared = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: securityHeaders(this, stylesheetHash),
      compress: true,
    };
    return new Distribution(this, 'Distribution', {
      comment: 'Galley',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...domainOf(this, stage),
      defaultBehavior: {
        ...shared,
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket),
        cachePolicy: asTheOriginSays(this),
        functionAssociations: edgeFunctions(this),
      },
      additionalBehaviors: {
        '/api/*': {
          ...shared,
          origin: new HttpOrigin(api),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: whatTheApiReads(this),
        },
      },
      // CloudFront may not list the bucket, so S3 answers 403 for a page that is not there. This applies to every
      // behaviour: 404 is not mapped, because the API answers it with a page of its own, and the API never says 403.
      errorResponses: [
        {
          httpStatus: 403,
          responseHttpStatus: 404,
          responsePagePath: '/404.html',
          ttl: Duration.seconds(10),
        },
      ],
    });
  }
}

/** Pages say themselves how long they keep. Neither cookies nor queries make a page another one. */
function asTheOriginSays(scope: Construct): CachePolicy {
  return new CachePolicy(scope, 'Cache', {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    cookieBehavior: CacheCookieBehavior.none(),
    headerBehavior: CacheHeaderBehavior.none(),
    queryStringBehavior: CacheQueryStringBehavior.none(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}

/**
 * What functions/replies/incoming.ts takes from a request, and nothing else: what does not arrive cannot be stored or
 * logged by mistake. Only the reader's address comes in any case, because CloudFront always writes `X-Forwarded-For`.
 */
function whatTheApiReads(scope: Construct): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, 'ApiRequest', {
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      'Accept',
      'Content-Type',
      'Sec-Fetch-Site',
    ),
    cookieBehavior: OriginRequestCookieBehavior.none(),
    queryStringBehavior: OriginRequestQueryStringBehavior.none(),
  });
}

function domainOf(scope: Construct, { domain }: Stage) {
  if (!domain) return {};
  const certificate = Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn);
  return {
    domainNames: domain.names,
    certificate,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

function acknowledge(site: Site, { stage }: SiteProps): void {
  Validations.of(site.bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Only CloudFront reads it and only two functions write it; both are recorded elsewhere.',
  });
  const distribution = Validations.of(site.distribution);
  distribution.acknowledge(
    {
      id: 'AwsSolutions-CFR1',
      reason: 'A newspaper is for readers in every country.',
    },
    {
      id: 'AwsSolutions-CFR2',
      reason: 'Pages are static; the API behind it checks and throttles. A firewall costs monthly.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason: 'An access log would keep the addresses of readers; metrics count without them.',
    },
  );
  if (!stage.domain) {
    distribution.acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        'The certificate of cloudfront.net comes with a minimum protocol that is not ours to set.',
    });
  }
}
