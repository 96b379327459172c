import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stepNames } from '../../infra/config.ts';
import { allResources, only, type Resource, resourcesOf, root } from './galley.ts';

const alarms = Object.entries(resourcesOf('AWS::CloudWatch::Alarm'));
const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');
const entries = anchorsOf(runbook, 'When an alarm rings');

describe.each(alarms)('alarm %s', (_id, { Properties }) => {
  const [, entry = ''] = /See docs\/runbook\.md#(\S+)$/.exec(Properties.AlarmDescription) ?? [];

  it('says what is wrong and which entry of the runbook to read', () => {
    expect(Properties.AlarmDescription).toMatch(/^The|^Readers/);
    expect(entries).toContain(entry);
  });

  it('is told to whoever has subscribed', () => {
    expect(Properties.AlarmActions).toEqual([{ Ref: topicId() }]);
  });

  it('is quiet while nothing happens', () => {
    expect(Properties.TreatMissingData).toBe('notBreaching');
  });
});

describe('the runbook', () => {
  it.each(entries)('has no entry without an alarm: %s', (entry) => {
    const told = alarms.map(([, { Properties }]) => Properties.AlarmDescription);
    expect(told.filter((text) => text.endsWith(`#${entry}`))).not.toEqual([]);
  });
});

describe('there is an alarm', () => {
  it.each(stepNames.flatMap((step) => [[step, 'Errors'] as const, [step, 'Throttles'] as const]))(
    'when the %s step has %s',
    (step, metric) => {
      const [id] =
        Object.entries(resourcesOf('AWS::Lambda::Function')).find(
          ([, each]) => each.Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === step,
        ) ?? [];
      expect(alarmsOn('AWS/Lambda', metric, id)).toHaveLength(1);
    },
  );

  const queues = Object.keys(resourcesOf('AWS::SQS::Queue'));
  it.each(queues.filter((id) => id.includes('DeadLetters')))('when a message is in %s', (id) => {
    const [alarm] = alarmsOn('AWS/SQS', 'ApproximateNumberOfMessagesVisible', id);
    expect(alarm?.Properties.Threshold).toBe(1);
  });

  it.each(queues.filter((id) => !id.includes('DeadLetters')))('when %s does not move', (id) => {
    const [alarm] = alarmsOn('AWS/SQS', 'ApproximateAgeOfOldestMessage', id);
    expect(alarm?.Properties.Threshold).toBe(15 * 60);
  });

  it('when the changes of the tables are not heard of', () => {
    const [alarm] = alarmsOn('AWS/Lambda', 'IteratorAge');
    expect(alarm?.Properties.Threshold).toBe(15 * 60 * 1000);
  });

  it('when a rebuild could not do all of its work', () => {
    const [alarm] = alarmsOn('AWS/States', 'ExecutionsFailed');
    expect(alarm?.Properties.Threshold).toBe(1);
  });

  it('when readers get server errors', () => {
    const [alarm] = alarmsOn('AWS/ApiGateway', '5xx');
    expect(alarm?.Properties.Threshold).toBe(1);
  });
});

describe('the topic', () => {
  const { Statement } = only('AWS::SNS::TopicPolicy').Properties.PolicyDocument;

  it('lets the alarms of this account speak', () => {
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Action: 'sns:Publish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: { Ref: topicId() },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
  });

  it('answers over TLS only', () => {
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sns:Publish',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

function alarmsOn(namespace: string, metric: string, id?: string): Resource[] {
  return alarms
    .map(([, alarm]) => alarm)
    .filter(({ Properties }) => Properties.Namespace === namespace)
    .filter(({ Properties }) => Properties.MetricName === metric)
    .filter(({ Properties }) => !id || JSON.stringify(Properties.Dimensions).includes(`"${id}"`));
}

function topicId(): string {
  return allResources().find(([, { Type }]) => Type === 'AWS::SNS::Topic')?.[0] ?? '';
}

/** Anchors of the third-level headings under a second-level one, as GitHub makes them. */
function anchorsOf(markdown: string, chapter: string): string[] {
  const [, text = ''] = markdown.split(`\n## ${chapter}\n`);
  const [own = ''] = text.split('\n## ');
  return [...own.matchAll(/^### (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
