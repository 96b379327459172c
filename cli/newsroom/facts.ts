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
  /** ARN of the state machine. */
  rebuildMachine: string;
};

/** Queues of messages that were given up, by the step's name: only a stack's outputs tell them. */
export type StackFacts = Facts & { deadLetters?: Record<string, string> };

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
  rebuildMachine: 'RebuildMachine',
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
  rebuildMachine: env.rebuildMachine,
};

/** @throws Failure naming the outputs that are missing */
export function factsOf(outputs: Outputs): StackFacts {
  const facts = pick(
    outputs,
    fromOutput,
    'The stack has no output',
    'Is it a Galley stack, and deployed with this version? "npm run deploy" brings it up to date.',
  );
  const deadLetters = Object.entries(outputs).flatMap(([name, url]) => {
    const [, step] = /^(.+)DeadLettersUrl$/.exec(name) ?? [];
    return step ? [[step, url]] : [];
  });
  return { ...facts, deadLetters: Object.fromEntries(deadLetters) };
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
