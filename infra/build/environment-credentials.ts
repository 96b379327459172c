/** Stands for `@aws-sdk/credential-provider-node` in the bundles; see `bundle.ts`. */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
