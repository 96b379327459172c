import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '../../functions/shared/layout.ts';
import type { StepName } from '../../infra/config.ts';
import { articleKey, freshId, publish } from './articles.ts';
import { newsroom, platform } from './platform.ts';
import type { Attempt } from './probe.ts';
import { tryAs } from './probing.ts';
import { held, send } from './replies.ts';

const { contentBucket, siteBucket, commentsTable, catalogTable, renderQueue, ingestQueue } =
  newsroom.facts;
const lists = platform.outputs.RebuildLists ?? '';
const timersGroup = platform.outputs.TimersGroup ?? '';
const { Environment: ofTimers } = await newsroom.lambda.send(
  new GetFunctionConfigurationCommand({ FunctionName: platform.outputs.TimersFunction }),
);
const id = freshId();

/** The probe's own things, which it may leave behind. */
const own = { pk: { S: 'PROBE' }, sk: { S: 'PROBE' } };
const article = { pk: { S: `ARTICLE#${id}` }, sk: { S: 'RECORD' } };
const paths = { Quantity: 1, Items: ['/probe'] };
const invalidation = {
  DistributionId: newsroom.facts.distributionId,
  InvalidationBatch: { CallerReference: id, Paths: paths },
};

const may = 'done';
/** The call is allowed, and there is nothing that it could find. */
const notThere = 'ResourceNotFoundException';
const mayNot = expect.stringMatching(/AccessDenied/);

const get = (Bucket: string, Key: string): Attempt => ['getObject', { Bucket, Key }];
const put = (Bucket: string, Key: string): Attempt => ['putObject', { Bucket, Key, Body: 'probe' }];
const remove = (Bucket: string, Key: string): Attempt => ['deleteObject', { Bucket, Key }];
const store = (TableName: string): Attempt => ['putItem', { TableName, Item: own }];
const find = (TableName: string): Attempt => ['getItem', { TableName, Key: article }];
const erase = (TableName: string): Attempt => ['deleteItem', { TableName, Key: own }];
const scan = (TableName: string): Attempt => ['scan', { TableName }];
const repliesTo = (id: string, from = {}): Attempt => [
  'query',
  {
    TableName: commentsTable,
    ...from,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: `ARTICLE#${id}` } },
  },
];
const tell = (QueueUrl: string): Attempt => [
  'sendMessage',
  { QueueUrl, MessageBody: '{"page":"feed.xml","id":"never"}' },
];

const schedule = (GroupName: string) => ({
  GroupName,
  Name: id.replaceAll('/', '-'),
  ScheduleExpression: 'at(2999-01-01T00:00:00)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: {
    Arn: ofTimers?.Variables?.[env.timersTarget],
    RoleArn: ofTimers?.Variables?.[env.timersRole],
  },
});

type Case = [what: string, attempt: Attempt, outcome: unknown];

/** What each step tries. The first line shows that the probe can do something at all, where there is anything. */
const tried: Record<StepName, Case[]> = {
  ingest: [
    ['read an article', get(contentBucket, articleKey(id)), may],
    ['write an article', put(contentBucket, articleKey(id)), mayNot],
    ['delete an article', remove(contentBucket, articleKey(id)), mayNot],
    ['write a page', put(siteBucket, 'probe.html'), mayNot],
    ['store a reply', store(commentsTable), mayNot],
    ['name a page to render', tell(renderQueue), mayNot],
  ],
  images: [
    ['read the catalog', find(catalogTable), may],
    ['read an article', get(contentBucket, articleKey(id)), mayNot],
    ['write a page', put(siteBucket, 'probe.html'), mayNot],
    ['read replies', find(commentsTable), mayNot],
  ],
  route: [
    ['name a page to render', tell(renderQueue), may],
    ['change the catalog', store(catalogTable), mayNot],
    ['read replies', find(commentsTable), mayNot],
    ['read a page', get(siteBucket, 'index.html'), mayNot],
  ],
  render: [
    ['write a page', put(siteBucket, 'probe.html'), may],
    ['read approved replies', repliesTo(id, { IndexName: 'approved' }), may],
    ['read all replies to an article', repliesTo(id), mayNot],
    ['write an image', put(siteBucket, 'images/probe.png'), mayNot],
    ['write an article', put(contentBucket, articleKey(id)), mayNot],
    ['change the catalog', store(catalogTable), mayNot],
    ['store a reply', store(commentsTable), mayNot],
    ['empty the CDN itself', ['invalidate', invalidation], mayNot],
  ],
  replies: [
    ['store a reply', store(commentsTable), may],
    ['delete a reply', erase(commentsTable), mayNot],
    ['read all replies', scan(commentsTable), mayNot],
    ['change the catalog', store(catalogTable), mayNot],
    ['read an article', get(contentBucket, articleKey(id)), mayNot],
    ['write a page', put(siteBucket, 'probe.html'), mayNot],
  ],
  timers: [
    ['have an article looked at', tell(ingestQueue), may],
    ['set a timer', ['createSchedule', schedule(timersGroup)], may],
    ['clear a timer', ['deleteSchedule', { GroupName: timersGroup, Name: 'x' }], notThere],
    ['set a timer among those of others', ['createSchedule', schedule('default')], mayNot],
    ['change the catalog', store(catalogTable), mayNot],
    ['read an article', get(contentBucket, articleKey(id)), mayNot],
    ['name a page to render', tell(renderQueue), mayNot],
  ],
  plan: [
    ['list the articles', ['listObjects', { Bucket: contentBucket }], may],
    ['list the pages', ['listObjects', { Bucket: siteBucket }], may],
    ['keep a list', put(lists, 'probe.json'), may],
    ['read an article', get(contentBucket, articleKey(id)), mayNot],
    ['write a page', put(siteBucket, 'probe.html'), mayNot],
    ['change the catalog', store(catalogTable), mayNot],
    ['read replies', find(commentsTable), mayNot],
    ['name a page to render', tell(renderQueue), mayNot],
  ],
  deployed: [
    ['list the articles', ['listObjects', { Bucket: contentBucket }], mayNot],
    ['keep a list', put(lists, 'probe.json'), mayNot],
    ['read the catalog', find(catalogTable), mayNot],
    ['name a page to render', tell(renderQueue), mayNot],
  ],
  purge: [
    ['make the CDN forget', ['invalidate', invalidation], may],
    ['read replies', find(commentsTable), mayNot],
    ['read the catalog', find(catalogTable), mayNot],
    ['read a page', get(siteBucket, 'index.html'), mayNot],
    ['send an article to ingest', tell(ingestQueue), mayNot],
  ],
};

beforeAll(() => publish(id, {}));

describe.each(Object.entries(tried) as [StepName, Case[]][])('the %s step', (step, cases) => {
  let outcomes: string[];

  beforeAll(async () => {
    outcomes = await tryAs(
      step,
      cases.map(([, attempt]) => attempt),
    );
  });

  it.each(cases.map(([what, , outcome], index) => [what, outcome, index] as const))(
    'tries to %s: %s',
    (_what, outcome, index) => {
      expect(outcomes[index]).toEqual(outcome);
    },
  );
});

describe('after the probes', () => {
  afterAll(async () => {
    const head = await newsroom.site.head('probe.html');
    if (head) await newsroom.site.remove('probe.html', head.etag);
  });

  it('the steps do their own work again', async () => {
    await publish(id, { title: 'Back at work' });
    await send(id);
    expect(await held(id)).toHaveLength(1);
  });
});
