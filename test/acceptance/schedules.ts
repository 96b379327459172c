import { ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { credentials, region } from '../../cli/local/environment.ts';
import { scheduleName } from '../../functions/timers/scheduler-store.ts';
import { eventually, platform } from './platform.ts';

const scheduler = new SchedulerClient({ endpoint: platform.endpoint, region, credentials });

/** All names of an address begin alike. */
const prefix = (id: string) => scheduleName(id, '');

/** Names of the schedules that the scheduler has for an address. */
export async function schedulesOf(id: string): Promise<string[]> {
  const { Schedules = [] } = await scheduler.send(
    new ListSchedulesCommand({ GroupName: platform.outputs.TimersGroup, NamePrefix: prefix(id) }),
  );
  return Schedules.map(({ Name = '' }) => Name);
}

/** Waits until the scheduler has exactly these schedules for an address, given by their instants. */
export function scheduledAt(id: string, ...instants: string[]): Promise<true> {
  const wanted = instants.map((at) => scheduleName(id, new Date(at).toISOString()));
  return eventually(`schedules of ${id} at ${instants}`, async () => {
    const found = await schedulesOf(id);
    return found.toSorted().join() === wanted.toSorted().join() || undefined;
  });
}
