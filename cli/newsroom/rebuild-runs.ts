import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  paginateListExecutions,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { type MapRun, mapRuns } from '../../functions/plan/map-runs-store.ts';
import type { RebuildPart } from '../../functions/shared/layout.ts';
import type { Batch } from '../../functions/shared/messages.ts';
import type { RebuildInput, Rebuilt } from '../../functions/shared/rebuild.ts';

/** One run of the rebuild as it stands. */
export type Run = {
  execution: string;
  status: 'running' | 'succeeded' | 'failed';
  started: Date;
  parts: MapRun[];
  rebuilt?: Rebuilt;
  /** Why it failed, in the words of Step Functions. */
  why?: string;
};

/** A batch that failed, with the error that its step or Lambda ended with. */
export type FailedBatch = { part: RebuildPart; batch: Batch; error: string; cause: string };

/** The state machine of the rebuild as the commands use it. */
export type Runs = {
  /** @returns the ARN of the execution */
  start(input: RebuildInput): Promise<string>;
  /** The one that is under way, else the one that began last. */
  latest(): Promise<string | undefined>;
  look(execution: string): Promise<Run>;
  failed(execution: string): Promise<FailedBatch[]>;
};

export function rebuildRuns(client: SFNClient, machine: string): Runs {
  return {
    async start(input) {
      const wanted = { stateMachineArn: machine, input: JSON.stringify(input) };
      const { executionArn = '' } = await client.send(new StartExecutionCommand(wanted));
      return executionArn;
    },

    async latest() {
      const { executions = [] } = await client.send(
        new ListExecutionsCommand({ stateMachineArn: machine, maxResults: 100 }),
      );
      const begun = executions.toSorted((a, b) => Number(b.startDate) - Number(a.startDate));
      return (begun.find(({ status }) => status === 'RUNNING') ?? begun[0])?.executionArn;
    },

    async look(execution) {
      const found = await client.send(new DescribeExecutionCommand({ executionArn: execution }));
      const { status, startDate = new Date(0), output, error, cause } = found;
      const why = [error, cause].filter(Boolean).join(': ');
      return {
        execution,
        status: status === 'RUNNING' || status === 'SUCCEEDED' ? lower[status] : 'failed',
        started: startDate,
        parts: await mapRuns(client, execution),
        ...(status === 'SUCCEEDED' ? { rebuilt: JSON.parse(output ?? '{}') as Rebuilt } : {}),
        ...(why ? { why } : {}),
      };
    },

    async failed(execution) {
      const found: FailedBatch[] = [];
      for (const { arn, part } of await mapRuns(client, execution)) {
        for (const child of await childrenThatFailed(client, arn)) {
          found.push({ part, ...(await failedBatch(client, child)) });
        }
      }
      return found;
    },
  };
}

const lower = { RUNNING: 'running', SUCCEEDED: 'succeeded' } as const;

async function childrenThatFailed(client: SFNClient, mapRunArn: string): Promise<string[]> {
  const arns: string[] = [];
  for (const statusFilter of ['FAILED', 'TIMED_OUT', 'ABORTED'] as const) {
    const pages = paginateListExecutions({ client }, { mapRunArn, statusFilter });
    for await (const { executions = [] } of pages) {
      arns.push(...executions.flatMap(({ executionArn }) => executionArn ?? []));
    }
  }
  return arns;
}

async function failedBatch(client: SFNClient, executionArn: string) {
  const child = await client.send(new DescribeExecutionCommand({ executionArn }));
  const { input = '{"messages":[]}', error = child.status ?? '', cause = '' } = child;
  return { batch: JSON.parse(input) as Batch, error, cause };
}
