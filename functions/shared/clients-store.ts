import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The SDK's clients as every function and the CLI use them; made once for each process. */
export function documentClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** Path style, because a bucket name in the host needs a DNS entry that a local endpoint does not have. */
export function objectClient(): S3Client {
  return new S3Client({ forcePathStyle: true });
}
