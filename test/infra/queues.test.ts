import { describe, expect, it } from 'vitest';
import { commentKeys } from '../../functions/shared/comments-layout.ts';
import { catalogKeys } from '../../functions/shared/layout.ts';
import { resourcesOf } from './galley.ts';

const queues = Object.entries(resourcesOf('AWS::SQS::Queue'));
const policies = Object.values(resourcesOf('AWS::SQS::QueuePolicy'));
const dead = queues.filter(([id]) => id.includes('DeadLetters'));
const work = queues.filter(([id]) => !id.includes('DeadLetters'));
const sources = Object.values(resourcesOf('AWS::Lambda::EventSourceMapping'));
const functions = resourcesOf('AWS::Lambda::Function');

describe.each(queues)('queue %s', (id, queue) => {
  it('is encrypted', () => {
    expect(queue.Properties.SqsManagedSseEnabled).toBe(true);
  });

  it('answers over TLS only', () => {
    const policy = policies.find(({ Properties }) => Properties.Queues[0].Ref === id);
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sqs:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

describe.each(dead)('dead letters %s', (_id, queue) => {
  it('are kept as long as SQS can', () => {
    expect(queue.Properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
  });
});

describe.each(work)('work queue %s', (id, queue) => {
  const source = sources.find(
    ({ Properties }) => Properties.EventSourceArn['Fn::GetAtt'][0] === id,
  );

  it('gives up on a message after five deliveries', () => {
    expect(queue.Properties.RedrivePolicy.maxReceiveCount).toBe(5);
  });

  it('has dead letters of its own', () => {
    const target = queue.Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0];
    expect(target).toMatch(new RegExp(`^${id.slice(0, -8)}DeadLetters`));
  });

  it('hides a message for six times as long as its step may take', () => {
    const step = functions[source?.Properties.FunctionName.Ref];
    expect(queue.Properties.VisibilityTimeout).toBe(6 * step?.Properties.Timeout);
  });

  it('is worked on by two invocations at once, the least that Lambda takes', () => {
    expect(source?.Properties.ScalingConfig).toEqual({ MaximumConcurrency: 2 });
  });

  it('takes back single messages of a batch', () => {
    expect(source?.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });
});

// That of timers is full for moments only: a message takes a tenth of a second, and few articles wait for a date.
it('the queues that a folder fills leave a part of the ten invocations of a new account to readers', () => {
  const lasting = sources.filter(
    ({ Properties }) => !JSON.stringify(Properties.FunctionName).includes('Timers'),
  );
  const taken = lasting.map(({ Properties }) => Properties.ScalingConfig?.MaximumConcurrency ?? 0);
  expect(taken.filter((share) => share > 0)).toHaveLength(work.length - 1);
  expect(taken.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(8);
});

describe('streams', () => {
  const streams = sources.filter(({ Properties }) => Properties.StartingPosition);

  it.each([
    ['Catalog', catalogKeys.article('2026/11/wall'), 'RECORD'],
    ['Storage', commentKeys.reply('2026/11/wall', '01J'), { prefix: 'REPLY#' }],
  ])('of %s tell of %o, and not of list entries and counters', (table, key, condition) => {
    const stream = streams.find(({ Properties }) =>
      Properties.EventSourceArn['Fn::GetAtt'][0].startsWith(table),
    );
    const patterns = stream?.Properties.FilterCriteria.Filters.map(
      ({ Pattern }: { Pattern: string }) => JSON.parse(Pattern),
    );
    expect(patterns).toEqual([{ dynamodb: { Keys: { sk: { S: [condition] } } } }]);
    const start = typeof condition === 'string' ? condition : condition.prefix;
    expect(key.sk.startsWith(start)).toBe(true);
  });

  it('find the record that fails, and let it go to the dead letters', () => {
    expect(streams).toHaveLength(2);
    for (const { Properties } of streams) {
      expect(Properties.BisectBatchOnFunctionError).toBe(true);
      expect(Properties.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0]).toMatch(
        /DeadLetters/,
      );
    }
  });
});

it.each(['IngestQueue', 'ImagesQueue'])(
  'only buckets of this stack in this account may send to %s',
  (queue) => {
    const statements = policies
      .filter(
        ({ Properties }) =>
          Properties.Queues[0].Ref.startsWith(queue) &&
          !Properties.Queues[0].Ref.includes('DeadLetters'),
      )
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toEqual([
      expect.objectContaining({
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': expect.anything() },
        },
      }),
    ]);
    expect(JSON.stringify(allowed[0].Condition.ArnLike)).toContain('galley*');
  },
);
