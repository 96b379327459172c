import type { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  Chain,
  Fail,
  type IChainable,
  JsonPath,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { content, type RebuildPart } from '../../functions/shared/layout.ts';
import type { Stage } from '../config.ts';
import { mapOver, stepTask, type TaskOptions } from './rebuild-tasks.ts';
import type { Step } from './step.ts';

export interface RebuildSteps {
  /** Names what there is to do. */
  readonly plan: Step;
  /** The steps that do it. */
  readonly ingest: Step;
  readonly images: Step;
  readonly render: Step;
}

export interface RebuildStatesProps extends RebuildSteps {
  readonly stage: Stage;
  readonly lists: Bucket;
}

/**
 * The order only saves work and spares readers: what an article is checked with comes before it, the theme's files
 * before the pages that name them, the page for addresses that do not exist before all others (CloudFront shows it
 * without a style until then), and pages when the catalog is complete. Share pictures come last, through their queue:
 * nobody on the site sees them.
 *
 * Whatever fails, all else is done; the outcome is asked for at the end.
 */
export function rebuildStates(scope: Construct, props: RebuildStatesProps): Chain {
  const { stage, lists, plan, ingest, images, render } = props;
  const trouble = whenItBreaksOff(scope, props);
  const task = (id: string, step: Step, options: TaskOptions) =>
    stepTask(scope, id, { stage, step }, options).addCatch(trouble, { resultPath: '$.trouble' });
  const map = (part: RebuildPart, step: Step) =>
    mapOver(scope, part, lists, { stage, step }).addCatch(trouble, { resultPath: '$.trouble' });
  const settings = [content.settings, content.authors].map((key) => ({ key }));
  const first = ['assets/', '404.html'].map((page) => ({ page }));
  const outcome = planPayload('outcome', {
    files: JsonPath.objectAt('$.files'),
    pages: JsonPath.objectAt('$.pages'),
  });
  return Chain.start(task('Settings', ingest, { payload: { messages: settings, quiet: true } }))
    .next(task('First', render, { payload: { messages: first } }))
    .next(new Wait(scope, 'OldCode', { time: WaitTime.secondsPath('$.wait') }))
    .next(task('Files', plan, { payload: planPayload('files'), resultPath: '$.files' }))
    .next(map('Images', images))
    .next(map('Texts', ingest))
    .next(task('SitePages', plan, { payload: planPayload('pages'), resultPath: '$.pages' }))
    .next(map('Pages', render))
    .next(map('Shares', images))
    .next(stepTask(scope, 'Outcome', { stage, step: plan }, { payload: outcome, resultPath: '$' }));
}

/** What `functions/plan/plan.ts` wants to know. */
function planPayload(make: 'files' | 'pages' | 'outcome', more: Record<string, unknown> = {}) {
  return {
    make,
    execution: JsonPath.stringAt('$$.Execution.Id'),
    run: JsonPath.stringAt('$$.Execution.Name'),
    input: JsonPath.objectAt('$$.Execution.Input'),
    ...more,
  };
}

/**
 * A rebuild that made records out of nothing owes their pages to everybody, so one that cannot go on leaves all
 * pages to the queue before it fails.
 */
function whenItBreaksOff(scope: Construct, { stage, render }: RebuildStatesProps): IChainable {
  const failed = new Fail(scope, 'BrokenOff', {
    errorPath: '$.trouble.Error',
    causePath: '$.trouble.Cause',
  });
  const payload = { messages: [{ everyPageAfter: '' }] };
  return stepTask(scope, 'LeaveToTheQueue', { stage, step: render }, { payload })
    .addCatch(failed, { resultPath: JsonPath.DISCARD })
    .next(failed);
}
