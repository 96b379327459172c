import { Stack as CdkStack, CfnOutput, type StackProps } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { content, env } from '../functions/shared/layout.ts';
import type { Stage, StepName } from './config.ts';
import { CatalogTable } from './constructs/catalog-table.ts';
import { ChangeStream } from './constructs/change-stream.ts';
import { Rebuild } from './constructs/rebuild.ts';
import { RebuildOnDeploy } from './constructs/rebuild-on-deploy.ts';
import { ReplyApi } from './constructs/reply-api.ts';
import { Schedules } from './constructs/schedules.ts';
import { Site } from './constructs/site.ts';
import { Step } from './constructs/step.ts';
import { Storage } from './constructs/storage.ts';
import { Watch } from './constructs/watch.ts';
import { WorkQueue } from './constructs/work-queue.ts';

export interface GalleyStackProps extends StackProps {
  readonly stage: Stage;
  /** The folder with one bundle for each step, made by `infra/build.ts`. */
  readonly bundles: string;
  /** `sha256-…` of the style sheet that the bundles carry. */
  readonly stylesheetHash: string;
}

/** Galley as it is deployed: what the parts are, and who may do what with which of them. */
export class GalleyStack extends CdkStack {
  constructor(scope: Construct, id: string, props: GalleyStackProps) {
    const { stage, bundles, stylesheetHash, ...stackProps } = props;
    super(scope, id, { terminationProtection: stage.truth.protect, ...stackProps });
    const step = (name: string, memory: number, architecture = Architecture.ARM_64) => {
      const own = { step: name.toLowerCase() as StepName, memory, architecture };
      return new Step(this, name, { stage, bundles, ...own });
    };

    const storage = new Storage(this, 'Storage', { stage });
    const catalog = new CatalogTable(this, 'Catalog');

    const ingest = step('Ingest', 1024);
    // As much memory as comes with one whole core (Lambda Developer Guide, "Configure memory"): encoding takes all of it.
    // Its libraries are not JavaScript, and so it runs on what most machines that build and test are: what was tested
    // is what is deployed, and nothing has to be fetched.
    const images = step('Images', 1769, Architecture.X86_64);
    const route = step('Route', 512);
    const render = step('Render', 1024);
    const replies = step('Replies', 1024);
    const purge = step('Purge', 256);
    const timers = step('Timers', 256);
    const plan = step('Plan', 1024);
    const deployed = step('Deployed', 256);

    const ingestQueue = new WorkQueue(this, 'IngestQueue', { stage, feeds: ingest });
    // One original at a time: of 60 megapixels, two would not fit into the function's memory.
    const imagesQueue = new WorkQueue(this, 'ImagesQueue', { stage, feeds: images, batchSize: 1 });
    const renderQueue = new WorkQueue(this, 'RenderQueue', { stage, feeds: render });
    const purgeQueue = new WorkQueue(this, 'PurgeQueue', {
      stage,
      feeds: purge,
      window: stage.purgeWindow,
    });

    const timersQueue = new WorkQueue(this, 'TimersQueue', { stage, feeds: timers });

    const api = new ReplyApi(this, 'ReplyApi', { stage, to: replies });
    const site = new Site(this, 'Site', { stage, api: api.host, stylesheetHash });

    // An upload wakes ingest, or images.
    const texts = [content.articles, content.pages, content.settings, content.authors];
    storage.notify([
      { queue: ingestQueue.queue, keys: texts },
      { queue: imagesQueue.queue, keys: [content.images] },
    ]);
    storage.grantContentRead(ingest, texts, ['']);
    storage.grantReports(ingest);
    storage.grantPreviewKey(ingest);
    storage.grantApprovedRead(ingest);
    catalog.grantKeepLists(ingest);
    ingestQueue.grantSend(ingest, env.ingestQueue);
    timersQueue.grantSend(ingest, env.timersQueue);
    ingest.allow([], { [env.siteUrl]: site.url });

    storage.grantContentRead(images, [content.images]);
    storage.grantReports(images);
    catalog.grantKeepRecords(images);
    catalog.grantLists(images);
    imagesQueue.grantSend(images, env.imagesQueue);
    site.grantImages(images);
    purgeQueue.grantSend(images, env.purgeQueue);

    // A changed record wakes route, which names the pages that show it.
    const changes = new ChangeStream(this, 'Changes', {
      feeds: route,
      from: [
        { table: catalog.table, sortKey: 'RECORD' },
        { table: storage.comments, sortKey: { prefix: 'REPLY#' } },
      ],
    });
    catalog.grantLists(route);
    renderQueue.grantSend(route, env.renderQueue);
    ingestQueue.grantSend(route, env.ingestQueue);
    imagesQueue.grantSend(route, env.imagesQueue);
    timersQueue.grantSend(route, env.timersQueue);

    // A page name wakes render, which reads what the page shows and writes it if it differs.
    storage.grantContentRead(render, [content.articles, content.pages]);
    storage.grantApprovedRead(render);
    catalog.grantLists(render);
    site.grantPages(render);
    renderQueue.grantSend(render, env.renderQueue);
    purgeQueue.grantSend(render, env.purgeQueue);
    render.allow([], { [env.siteUrl]: site.url });

    // A reader's request wakes replies. It may not know the site's address: the distribution depends on the API.
    storage.grantSubmit(replies);
    catalog.grantRecords(replies);

    site.grantPurge(purge);

    // What time alone will change has a schedule, which wakes ingest; what is due within a minute waits in its queue.
    const schedules = new Schedules(this, 'Schedules', { target: ingestQueue.queue });
    schedules.grantKeep(timers);
    catalog.grantRecords(timers);
    ingestQueue.grantSend(timers, env.ingestQueue);

    // A rebuild has plan name all that there is, and hands it to ingest, images and render.
    storage.grantContentList(plan);
    catalog.grantLists(plan);
    site.grantList(plan);
    const rebuild = new Rebuild(this, 'Rebuild', { stage, plan, ingest, images, render });
    new RebuildOnDeploy(this, 'RebuildOnDeploy', {
      stage,
      bundles,
      rebuild,
      deployed,
      siteUrl: site.url,
      after: [storage, catalog, ingest, images, render, plan, site],
    });

    const steps = [ingest, images, route, render, replies, purge, timers, plan, deployed];
    const queues = [ingestQueue, imagesQueue, renderQueue, purgeQueue, timersQueue];
    const watch = new Watch(this, 'Watch', { stage, steps, queues, api });

    this.tell({
      SiteUrl: site.url,
      DistributionId: site.distribution.distributionId,
      DistributionDomain: site.distribution.distributionDomainName,
      ApiId: api.api.apiId,
      ApiEndpoint: api.api.apiEndpoint,
      ContentBucket: storage.content.bucketName,
      SiteBucket: site.bucket.bucketName,
      CommentsTable: storage.comments.tableName,
      CatalogTable: catalog.table.tableName,
      RebuildMachine: rebuild.machine.stateMachineArn,
      RebuildLists: rebuild.lists.bucketName,
      TimersGroup: schedules.group.ref,
      Dashboard: watch.dashboard.dashboardName,
      AlarmTopic: watch.topic.topicArn,
      ChangesDeadLettersUrl: changes.deadLetters.queue.queueUrl,
    });
    for (const { node, queue, deadLetters } of queues) {
      this.tell({
        [`${node.id}Url`]: queue.queueUrl,
        [`${node.id}DeadLettersUrl`]: deadLetters.queue.queueUrl,
      });
    }
    for (const each of steps) {
      this.tell({ [`${each.node.id}Function`]: each.function.functionName });
    }
  }

  /** What the CLI and the operator read from the deployed stack; docs/deploy.md explains each. */
  private tell(outputs: Record<string, string>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
