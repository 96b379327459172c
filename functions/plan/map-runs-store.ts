import { DescribeMapRunCommand, paginateListMapRuns, type SFNClient } from '@aws-sdk/client-sfn';
import { type RebuildPart, rebuildParts } from '../shared/layout.ts';

/** How far a part of a rebuild is, in batches. */
export type MapRun = {
  arn: string;
  part: RebuildPart;
  total: number;
  /** Those that failed are among them. */
  done: number;
  failed: number;
  over: boolean;
};

/** The parts of an execution that have begun, in no order. */
export async function mapRuns(client: SFNClient, execution: string): Promise<MapRun[]> {
  const arns: string[] = [];
  const pages = paginateListMapRuns({ client }, { executionArn: execution });
  for await (const { mapRuns: found = [] } of pages) {
    arns.push(...found.flatMap(({ mapRunArn }) => mapRunArn ?? []));
  }
  return (await Promise.all(arns.map((arn) => describe(client, arn)))).flat();
}

async function describe(client: SFNClient, arn: string): Promise<MapRun[]> {
  const part = partOf(arn);
  if (!part) return [];
  const found = await client.send(new DescribeMapRunCommand({ mapRunArn: arn }));
  const {
    total = 0,
    succeeded = 0,
    failed = 0,
    timedOut = 0,
    aborted = 0,
  } = found.executionCounts ?? {};
  const lost = failed + timedOut + aborted;
  const over = found.status !== 'RUNNING';
  return [{ arn, part, total, done: succeeded + lost, failed: lost, over }];
}

/** `arn:aws:states:…:mapRun:<machine>/<label>:<id>` */
function partOf(arn: string): RebuildPart | undefined {
  const [, label] = /\/([^/:]+):[^:]+$/.exec(arn) ?? [];
  return rebuildParts.find((part) => part === label);
}
