import { describe, expect, it } from 'vitest';
import { env } from '../../functions/shared/layout.ts';
import { type StepName, stepNames } from '../../infra/config.ts';
import { galleyTemplate, only, resourcesOf } from './galley.ts';
import { type Grant, grantsOf } from './grants.ts';

galleyTemplate();

const write = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const receive = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
const versions = ['s3:GetObject', 's3:GetObjectVersion'];
const listVersions = ['s3:ListBucket', 's3:ListBucketVersions'];
const keep = ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'];
const under = 'where StringLikeIfExists s3:prefix';

/** All that each step may do. A grant that is not here fails, and so does one that is here for nothing. */
const granted: Record<StepName, Record<string, string[]>> = {
  ingest: {
    IngestLog: write,
    IngestQueue: [...receive, 'sqs:SendMessage'],
    'StorageContent/articles/*': versions,
    'StorageContent/pages/*': versions,
    'StorageContent/site.yaml': versions,
    'StorageContent/authors.yaml': versions,
    [`StorageContent ${under} *`]: listVersions,
    'StorageContent/reports/*': keep,
    [`StorageContent ${under} reports/*`]: ['s3:ListBucket'],
    'StorageContent/.preview-key': ['s3:GetObject', 's3:PutObject'],
    'StorageComments/index/approved': ['dynamodb:Query'],
    CatalogTable: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    TimersQueue: ['sqs:SendMessage'],
  },
  images: {
    ImagesLog: write,
    ImagesQueue: [...receive, 'sqs:SendMessage'],
    'StorageContent/images/*': versions,
    [`StorageContent ${under} images/*`]: listVersions,
    'StorageContent/reports/*': keep,
    [`StorageContent ${under} reports/*`]: ['s3:ListBucket'],
    CatalogTable: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    'SiteBucket/images/*': keep,
    [`SiteBucket ${under} images/*`]: ['s3:ListBucket'],
    PurgeQueue: ['sqs:SendMessage'],
  },
  route: {
    RouteLog: write,
    ChangesDeadLettersQueue: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
    '*': ['dynamodb:ListStreams'],
    'CatalogTable (stream)': [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
    ],
    'StorageComments (stream)': [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
    ],
    CatalogTable: ['dynamodb:GetItem', 'dynamodb:Query'],
    RenderQueue: ['sqs:SendMessage'],
    IngestQueue: ['sqs:SendMessage'],
    ImagesQueue: ['sqs:SendMessage'],
    TimersQueue: ['sqs:SendMessage'],
  },
  render: {
    RenderLog: write,
    RenderQueue: [...receive, 'sqs:SendMessage'],
    'StorageContent/articles/*': versions,
    'StorageContent/pages/*': versions,
    [`StorageContent ${under} articles/* pages/*`]: listVersions,
    'StorageComments/index/approved': ['dynamodb:Query'],
    CatalogTable: ['dynamodb:GetItem', 'dynamodb:Query'],
    'SiteBucket/*': keep,
    'never SiteBucket/images/*': ['s3:DeleteObject', 's3:PutObject'],
    [`SiteBucket ${under} *`]: ['s3:ListBucket'],
    PurgeQueue: ['sqs:SendMessage'],
  },
  replies: {
    RepliesLog: write,
    StorageComments: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    CatalogTable: ['dynamodb:GetItem'],
  },
  timers: {
    TimersLog: write,
    TimersQueue: receive,
    IngestQueue: ['sqs:SendMessage'],
    CatalogTable: ['dynamodb:GetItem'],
    'SchedulesGroup/*': ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'],
    'SchedulesRole where StringEquals iam:PassedToService scheduler.amazonaws.com': [
      'iam:PassRole',
    ],
  },
  plan: {
    PlanLog: write,
    [`StorageContent ${under} *`]: ['s3:ListBucket'],
    [`SiteBucket ${under} *`]: ['s3:ListBucket'],
    CatalogTable: ['dynamodb:GetItem', 'dynamodb:Query'],
    'RebuildLists/*': ['s3:PutObject'],
    'RebuildMachine:*': ['states:ListMapRuns'],
    'RebuildMachine/*': ['states:DescribeMapRun'],
  },
  deployed: {
    DeployedLog: write,
    RebuildMachine: ['states:StartExecution'],
  },
  purge: {
    PurgeLog: write,
    PurgeQueue: receive,
    SiteDistribution: ['cloudfront:CreateInvalidation'],
  },
};

describe.each(stepNames)('the %s step', (step) => {
  const grants = grantsOf(step);

  it('may do what its work needs and nothing more', () => {
    const found = Object.fromEntries(grants.map(({ resource, actions }) => [resource, actions]));
    expect(found).toEqual(granted[step]);
  });

  it('is told the names of the resources that it calls and of no other', () => {
    const called = new Set(grants.filter(isCalled).map(({ id }) => id));
    expect(namesTold(step).sort()).toEqual([...called].sort());
  });
});

it('no role may do everything that begins with some word', () => {
  const policies = Object.values(resourcesOf('AWS::IAM::Policy'));
  const actions = policies.flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string }) => Action),
  );
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
});

it('no role is given a managed policy', () => {
  for (const { Properties } of Object.values(resourcesOf('AWS::IAM::Role'))) {
    expect(Properties.ManagedPolicyArns).toBeUndefined();
  }
});

it('only the service that runs the steps may take their roles', () => {
  for (const [id, { Properties }] of Object.entries(resourcesOf('AWS::IAM::Role'))) {
    if (id.startsWith('RebuildMachine') || id.startsWith('SchedulesRole')) continue;
    expect(Properties.AssumeRolePolicyDocument.Statement).toEqual([
      { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } },
    ]);
  }
});

it('only a state machine of this account may take the role of the rebuild', () => {
  const { Statement } = only('AWS::IAM::Role', 'RebuildMachine').Properties
    .AssumeRolePolicyDocument;
  expect(Statement).toEqual([
    expect.objectContaining({
      Principal: { Service: 'states.amazonaws.com' },
      Condition: expect.objectContaining({
        StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
      }),
    }),
  ]);
});

it('the scheduler may send to the queue before ingest and nothing else, and only for our schedules', () => {
  const [statement, ...others] = Object.entries(resourcesOf('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith('SchedulesRole'))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
  expect(others).toEqual([]);
  expect(statement.Action).toBe('sqs:SendMessage');
  expect(statement.Resource['Fn::GetAtt'][0]).toMatch(/^IngestQueue(?!Dead)/);
  const { Properties } = only('AWS::IAM::Role', 'SchedulesRole');
  const [trust] = Properties.AssumeRolePolicyDocument.Statement;
  expect(trust.Principal).toEqual({ Service: 'scheduler.amazonaws.com' });
  expect(Object.keys(trust.Condition)).toEqual(['StringEquals', 'ArnEquals']);
});

it('the rebuild may call the steps that it needs and no other', () => {
  const [policy] = Object.entries(resourcesOf('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith('RebuildMachineRole'))
    .map(([, { Properties }]) => Properties.PolicyDocument.Statement);
  const [invoke] = policy.filter(({ Action }: { Action: string }) => /^lambda:/.test(Action));
  const names = JSON.stringify(invoke.Resource).match(/[A-Z][a-z]+(?=Function)/g) ?? [];
  expect([...new Set(names)].sort()).toEqual(['Images', 'Ingest', 'Plan', 'Render']);
});

/**
 * Logs, the step's own queue and the streams are read and written by Lambda on the step's behalf, and a rebuild names
 * itself to the step that it asks.
 */
function isCalled({ id, resource, actions }: Grant): boolean {
  if (!id || resource.endsWith('(stream)') || resource.includes('DeadLetters')) return false;
  if (/^RebuildMachine[:/]/.test(resource)) return false;
  return actions.some((action) => !write.includes(action) && !receive.includes(action));
}

function namesTold(step: StepName): string[] {
  const variables = Object.values(resourcesOf('AWS::Lambda::Function'))
    .map(({ Properties }) => Properties.Environment.Variables)
    .find(({ POWERTOOLS_SERVICE_NAME }) => POWERTOOLS_SERVICE_NAME === step);
  const names = Object.values(env).filter((name) => name !== env.siteUrl && name in variables);
  const told = names.map((name) => variables[name].Ref ?? variables[name]['Fn::GetAtt'][0]);
  return [...new Set<string>(told)];
}
