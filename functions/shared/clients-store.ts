import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The SDK's clients as every function and the CLI use them; made once for each process. */
export function documentClient(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** Path style, because a bucket name in the host needs a DNS entry that a local endpoint does not have. */
export function objectClient(config: S3ClientConfig = {}): S3Client {
  return new S3Client({ ...config, forcePathStyle: true });
}
