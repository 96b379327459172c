import { delimiter, join } from 'node:path';
import { projectRoot } from './places.ts';

export const region = 'us-east-1';

/** What the emulator takes for the root user of account 000000000000. */
export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/**
 * The user's environment without anything that points at a real account: a profile, a session token or an
 * endpoint for one service would send a part of the local deployment there. Node is the project's own, because
 * the emulator runs Lambda code on the first `node` it finds.
 */
export function neutralEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(AWS|CDK|NODE|GALLEY)_/.test(name),
  );
  const local = '127.0.0.1,localhost';
  const noProxy = [process.env.NO_PROXY ?? process.env.no_proxy, local].filter(Boolean).join(',');
  return {
    ...Object.fromEntries(kept),
    PATH: [join(projectRoot, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    NO_PROXY: noProxy,
    no_proxy: noProxy,
  };
}

/** Variables that point the AWS CLI, an SDK or the CDK at an endpoint with its own certificate authority. */
export function awsVariables(endpoint: string, caFile?: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...(caFile ? { AWS_CA_BUNDLE: caFile, NODE_EXTRA_CA_CERTS: caFile } : {}),
  };
}
