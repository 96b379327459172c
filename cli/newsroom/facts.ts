import { env } from '../../functions/shared/layout.ts';
import { Failure } from '../failure.ts';

/** What the CLI must know of a deployed Galley, whether it runs here or in an account. */
export type Facts = {
  /** Public address without trailing slash. */
  siteUrl: string;
  contentBucket: string;
  siteBucket: string;
  commentsTable: string;
  catalogTable: string;
  ingestQueue: string;
  imagesQueue: string;
  renderQueue: string;
  distributionId: string;
};

/** The stack's outputs, by their names in infra/galley-stack.ts. */
export type Outputs = Record<string, string>;

const fromOutput: Record<keyof Facts, string> = {
  siteUrl: 'SiteUrl',
  contentBucket: 'ContentBucket',
  siteBucket: 'SiteBucket',
  commentsTable: 'CommentsTable',
  catalogTable: 'CatalogTable',
  ingestQueue: 'IngestQueueUrl',
  imagesQueue: 'ImagesQueueUrl',
  renderQueue: 'RenderQueueUrl',
  distributionId: 'DistributionId',
};

const inEnvironment: Record<keyof Facts, string> = {
  siteUrl: 'GALLEY_URL',
  contentBucket: env.contentBucket,
  siteBucket: env.siteBucket,
  commentsTable: env.commentsTable,
  catalogTable: env.catalogTable,
  ingestQueue: env.ingestQueue,
  imagesQueue: 'GALLEY_IMAGES_QUEUE',
  renderQueue: env.renderQueue,
  distributionId: env.distributionId,
};

/** @throws Failure naming the outputs that are missing */
export function factsOf(outputs: Outputs): Facts {
  return pick(
    outputs,
    fromOutput,
    'The stack has no output',
    'Is it a Galley stack, and deployed with this version? "npm run deploy" brings it up to date.',
  );
}

/** @returns undefined when the shell knows of no newsroom */
export function factsFromEnvironment(variables: NodeJS.ProcessEnv): Facts | undefined {
  if (!variables[env.contentBucket]) return undefined;
  return pick(
    variables,
    inEnvironment,
    'The environment lacks',
    'Take them all at once: eval "$(npx galley env)"',
  );
}

/** The variables of `galley env`, which `factsFromEnvironment` reads again. */
export function factVariables(facts: Facts): Record<string, string> {
  const names = Object.entries(inEnvironment) as [keyof Facts, string][];
  return Object.fromEntries(names.map(([fact, name]) => [name, facts[fact]]));
}

function pick(
  from: Record<string, string | undefined>,
  names: Record<keyof Facts, string>,
  complaint: string,
  advice: string,
): Facts {
  const missing = Object.values(names).filter((name) => !from[name]);
  if (missing.length > 0) {
    throw new Failure(`${complaint} ${missing.join(', ')}.`, { advice });
  }
  const pairs = Object.entries(names).map(([fact, name]) => [fact, from[name]]);
  return Object.fromEntries(pairs) as Facts;
}
