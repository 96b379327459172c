import { describe, expect, it } from 'vitest';
import { resourcesOf } from './galley.ts';

const queues = Object.entries(resourcesOf('AWS::SQS::Queue'));
const policies = Object.values(resourcesOf('AWS::SQS::QueuePolicy'));
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

describe.each(work)('work queue %s', (id, queue) => {
  const source = sources.find(
    ({ Properties }) => Properties.EventSourceArn['Fn::GetAtt'][0] === id,
  );

  it('gives up on a message after five deliveries', () => {
    const { maxReceiveCount, deadLetterTargetArn } = queue.Properties.RedrivePolicy;
    expect(maxReceiveCount).toBe(5);
    expect(deadLetterTargetArn['Fn::GetAtt'][0]).toMatch(/DeadLetters/);
  });

  it('hides a message for six times as long as its step may take', () => {
    const step = functions[source?.Properties.FunctionName.Ref];
    expect(queue.Properties.VisibilityTimeout).toBe(6 * step?.Properties.Timeout);
  });

  it('takes back single messages of a batch', () => {
    expect(source?.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });
});

describe('streams', () => {
  const streams = sources.filter(({ Properties }) => Properties.StartingPosition);

  it('tell of records and replies, and not of list entries and counters', () => {
    const filters = streams.map(({ Properties }) =>
      JSON.parse(Properties.FilterCriteria.Filters[0].Pattern),
    );
    expect(filters).toContainEqual({ dynamodb: { Keys: { sk: { S: ['RECORD'] } } } });
    expect(filters).toContainEqual({ dynamodb: { Keys: { sk: { S: [{ prefix: 'REPLY#' }] } } } });
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

it.each(['IngestQueue', 'ImagesQueue'])('lets only buckets of this stack send to %s', (queue) => {
  const statements = policies
    .filter(({ Properties }) => Properties.Queues[0].Ref.startsWith(`${queue}Queue`))
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
});
