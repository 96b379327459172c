import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { credentials, region } from '../../cli/local/environment.ts';
import { untilQuiet } from '../../cli/newsroom/queues.ts';
import type { Run } from '../../cli/newsroom/rebuild-runs.ts';
import { freshId, freshName, publish } from './articles.ts';
import { eventually, newsroom, platform } from './platform.ts';

const StackName = 'Galley';
const place = { endpoint: platform.endpoint, region, credentials };
const cloud = new CloudFormationClient(place);
const machine = new SFNClient(place);

describe('a deployment', () => {
  it('of a new stack starts no rebuild, because there is nothing yet', async () => {
    const { executions = [] } = await machine.send(
      new ListExecutionsCommand({ stateMachineArn: newsroom.facts.rebuildMachine }),
    );
    expect(executions.filter(({ name }) => name?.startsWith('deploy'))).toEqual([]);
  });

  it('of other templates starts one, which mends the pages', async () => {
    const id = freshId();
    await publish(id, {});
    await untilQuiet(newsroom, undefined, { every: 100 });
    const page = `${id}/index.html`;
    const head = await newsroom.site.head(page);
    // As if it had been made with the templates of before.
    await newsroom.site.put(page, { body: 'old', contentType: 'text/html' }, head?.etag ?? null);
    const before = await newsroom.runs.latest();
    await deployWith(freshName());
    const execution = await eventually('another rebuild', async () => {
      const latest = await newsroom.runs.latest();
      return latest === before ? undefined : latest;
    });
    expect(execution).toMatch(/:deploy-t[0-9a-f]{8}-/);
    expect(await ended(execution)).toMatchObject({ status: 'succeeded' });
    expect((await newsroom.site.head(page))?.meta).toEqual(head?.meta);
  });
});

/** What `npm run deploy` does when pages are made with something else, without the minute that building takes. */
async function deployWith(MadeOf: string): Promise<void> {
  const { TemplateBody = '' } = await cloud.send(
    new GetTemplateCommand({ StackName, TemplateStage: 'Original' }),
  );
  const template = JSON.parse(TemplateBody);
  const [resource] = Object.values<{ Type: string; Properties: object }>(template.Resources).filter(
    ({ Type }) => Type === 'Custom::RebuildOnDeploy',
  );
  Object.assign(resource?.Properties ?? {}, { MadeOf });
  const Bucket = platform.outputs.RebuildLists ?? '';
  const Key = `${freshName()}.template.json`;
  const Body = JSON.stringify(template);
  await newsroom.storage.send(new PutObjectCommand({ Bucket, Key, Body }));
  const TemplateURL = `${platform.endpoint}/${Bucket}/${Key}`;
  const Capabilities = ['CAPABILITY_IAM' as const];
  await cloud.send(new UpdateStackCommand({ StackName, TemplateURL, Capabilities }));
  await eventually('the deployed stack', async () => {
    const { Stacks = [] } = await cloud.send(new DescribeStacksCommand({ StackName }));
    return Stacks[0]?.StackStatus === 'UPDATE_COMPLETE' || undefined;
  });
}

function ended(execution: string): Promise<Run> {
  return eventually('the end of the rebuild', async () => {
    const run = await newsroom.runs.look(execution);
    return run.status === 'running' ? undefined : run;
  });
}
