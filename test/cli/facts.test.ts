import { describe, expect, test } from 'vitest';
import {
  type Facts,
  factsFromEnvironment,
  factsOf,
  factVariables,
} from '../../cli/newsroom/facts.ts';

const facts: Facts = {
  siteUrl: 'https://post.example',
  contentBucket: 'content',
  siteBucket: 'site',
  commentsTable: 'comments',
  catalogTable: 'catalog',
  ingestQueue: 'https://sqs.example/ingest',
  imagesQueue: 'https://sqs.example/images',
  renderQueue: 'https://sqs.example/render',
  distributionId: 'E123',
  rebuildMachine: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Rebuild',
};

describe('what is known of a newsroom', () => {
  test('comes back from the variables of "galley env"', () => {
    expect(factsFromEnvironment(factVariables(facts))).toEqual(facts);
  });

  test('is nothing in a shell without them', () => {
    expect(factsFromEnvironment({ PATH: '/bin' })).toBeUndefined();
  });

  test('is not made up when a variable is missing', () => {
    const { GALLEY_CATALOG_TABLE: _, ...others } = factVariables(facts);
    expect(() => factsFromEnvironment(others)).toThrow(
      'The environment lacks GALLEY_CATALOG_TABLE.',
    );
  });

  test('is not taken from a stack that is no Galley', () => {
    expect(() => factsOf({ SiteUrl: 'https://post.example' })).toThrow(
      'The stack has no output ContentBucket, SiteBucket, CommentsTable',
    );
  });
});
