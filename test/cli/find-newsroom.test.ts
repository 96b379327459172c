import { describe, expect, test } from 'vitest';
import type { PlatformState } from '../../cli/local/platform-state.ts';
import { type Facts, factVariables } from '../../cli/newsroom/facts.ts';
import { placeFor } from '../../cli/newsroom/find-newsroom.ts';

const here: PlatformState = {
  pid: 1,
  endpoint: 'https://127.0.0.1:4566',
  url: 'http://localhost:8080',
  outputs: { ContentBucket: 'content-here' },
};

const facts: Facts = {
  siteUrl: 'https://post.example',
  contentBucket: 'content-far',
  siteBucket: 'site',
  commentsTable: 'comments',
  catalogTable: 'catalog',
  ingestQueue: 'https://sqs.example/ingest',
  imagesQueue: 'https://sqs.example/images',
  renderQueue: 'https://sqs.example/render',
  distributionId: 'E123',
  rebuildMachine: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Rebuild',
};

/** What "galley env --stack" leaves in a shell: the credentials and the endpoint are the shell's own. */
const ofStack = factVariables(facts);

/** What "galley env" leaves in a shell. */
const ofLocal = (endpoint: string) => ({
  ...factVariables({ ...facts, contentBucket: 'content-here' }),
  AWS_ENDPOINT_URL: endpoint,
  GALLEY_LOCAL_ENDPOINT: endpoint,
});

describe('a command looks', () => {
  test('at the platform here, in a shell that names nothing', () => {
    expect(placeFor({}, here)).toEqual({ platform: here });
  });

  test('at what the shell names, when nothing runs here', () => {
    expect(placeFor(ofStack, undefined)).toEqual({ facts });
  });

  test('at the stack that the shell names, beside a platform here, and knows of both', () => {
    expect(placeFor(ofStack, here)).toEqual({ facts, beside: here });
  });

  test('at the platform here, in a shell with its variables', () => {
    expect(placeFor(ofLocal(here.endpoint), here)).toEqual({ platform: here });
  });

  test('at the platform here, in a shell with the variables of its run before', () => {
    expect(placeFor(ofLocal('https://127.0.0.1:4999'), here)).toEqual({ platform: here });
  });

  test('at the platform here, in a shell that lost the endpoint of its variables', () => {
    const { AWS_ENDPOINT_URL: _, ...others } = ofLocal(here.endpoint);
    expect(placeFor(others, here)).toEqual({ platform: here });
  });

  test('at another endpoint that the shell names', () => {
    const variables = { ...ofStack, AWS_ENDPOINT_URL: 'https://aws.example' };
    expect(placeFor(variables, here)).toEqual({ facts, beside: here });
  });

  test('at nothing, when nothing runs and the shell names nothing', () => {
    expect(() => placeFor({}, undefined)).toThrow('No newsroom is running here');
  });
});

describe('while the platform here is starting', () => {
  const starting = { ...here, outputs: {} };

  test('a command says so', () => {
    expect(() => placeFor({}, starting)).toThrow('Galley is still starting here.');
    expect(() => placeFor(ofLocal(here.endpoint), starting)).toThrow('Galley is still starting');
  });

  test('a stack that the shell names can be worked on', () => {
    expect(placeFor(ofStack, starting)).toEqual({ facts, beside: starting });
  });
});
