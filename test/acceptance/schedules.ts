import { ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Platform } from '../../cli/local/boot.ts';
import { credentials, region } from '../../cli/local/environment.ts';
import { scheduleName } from '../../functions/timers/scheduler-store.ts';
import { eventually, platform as usual } from './platform.ts';

type Where = Pick<Platform, 'endpoint' | 'outputs'>;

/** Names of the schedules that the scheduler has for an address. */
export async function schedulesOf(id: string, platform: Where = usual): Promise<string[]> {
  const { endpoint, outputs } = platform;
  const scheduler = new SchedulerClient({ endpoint, region, credentials });
  const { Schedules = [] } = await scheduler.send(
    // All names of an address begin alike.
    new ListSchedulesCommand({ GroupName: outputs.TimersGroup, NamePrefix: scheduleName(id, '') }),
  );
  return Schedules.map(({ Name = '' }) => Name);
}

/** Waits until the scheduler has exactly these schedules for an address, given by their instants. */
export function scheduledAt(id: string, instants: string[], platform?: Where): Promise<true> {
  const wanted = instants.map((at) => scheduleName(id, new Date(at).toISOString()));
  return eventually(`schedules of ${id} at ${instants}`, async () => {
    const found = await schedulesOf(id, platform);
    return found.toSorted().join() === wanted.toSorted().join() || undefined;
  });
}
