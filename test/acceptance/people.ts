import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { credentials, region } from '../../cli/local/environment.ts';
import { freshName } from './articles.ts';
import { platform } from './platform.ts';

export type Statement = { Effect: 'Allow'; Action: string[]; Resource: string[] };

/** The variables of somebody's shell. */
export type Person = { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string };

const client = new IAMClient({ endpoint: platform.endpoint, region, credentials });

/** A user of the account who may do this and nothing else. */
export async function personWho(...Statement: Statement[]): Promise<Person> {
  const UserName = freshName();
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await client.send(new CreateUserCommand({ UserName }));
  await client.send(new PutUserPolicyCommand({ UserName, PolicyName: 'may', PolicyDocument }));
  const { AccessKey } = await client.send(new CreateAccessKeyCommand({ UserName }));
  return {
    AWS_ACCESS_KEY_ID: AccessKey?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: AccessKey?.SecretAccessKey ?? '',
  };
}
