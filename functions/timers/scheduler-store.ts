import { createHash } from 'node:crypto';
import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { Recheck } from '../shared/messages.ts';
import type { Timers } from './timers.ts';

export type SchedulerNames = {
  /** The group that all schedules are in. */
  group: string;
  /** ARN of the queue that they send to, and of the role that they do it with. */
  target: string;
  role: string;
};

/**
 * Each timer is a schedule of its own that fires once and then deletes itself. A new instant is another schedule and
 * never a changed one, which the deletion of the one that just fired could take along.
 */
export function schedulerTimers(client: SchedulerClient, names: SchedulerNames): Timers {
  const { group, target, role } = names;
  return {
    async set(id, at) {
      const message: Recheck = { id };
      const schedule = new CreateScheduleCommand({
        GroupName: group,
        Name: scheduleName(id, at),
        Description: `Has /${id}/ looked at.`,
        ScheduleExpression: `at(${at.slice(0, 'yyyy-mm-ddThh:mm:ss'.length)})`,
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: { Arn: target, RoleArn: role, Input: JSON.stringify(message) },
      });
      await unless(ConflictException, client.send(schedule));
    },

    async clear(id, at) {
      const schedule = new DeleteScheduleCommand({ GroupName: group, Name: scheduleName(id, at) });
      await unless(ResourceNotFoundException, client.send(schedule));
    },
  };
}

/** Ids are longer than names may be, which are 64 letters, digits, `-`, `_` and `.` at most. */
export function scheduleName(id: string, at: string): string {
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 32);
  return `${hash}-${at.replaceAll(':', '')}`;
}

async function unless(
  expected: typeof ConflictException | typeof ResourceNotFoundException,
  answer: Promise<unknown>,
): Promise<void> {
  try {
    await answer;
  } catch (error) {
    if (!(error instanceof expected)) throw error;
  }
}
