import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Machine } from './build/libraries.ts';

/** The folders under `functions/` that become Lambda functions. */
export const stepNames = [
  'ingest',
  'images',
  'route',
  'render',
  'replies',
  'purge',
  'timers',
  'plan',
  'deployed',
] as const;

export type StepName = (typeof stepNames)[number];

/** What differs between two deployments of the same template: values, never resources. */
export type Stage = {
  name: 'production' | 'local';
  /** Public address without trailing slash. Default: the custom domain or else the distribution's own. */
  siteUrl?: string;
  /** The certificate must lie in us-east-1 and cover all names; the first one is the site's address. */
  domain?: { names: [string, ...string[]]; certificateArn: string };
  /** Gets a mail for each alarm. Default: alarms go to the topic and nobody has subscribed. */
  alarmEmail?: string;
  /** What becomes of content and comments when the stack is deleted, and whether that is barred altogether. */
  truth: { removal: RemovalPolicy; protect: boolean };
  /** What the images step runs on, where that is not the machine that deploys. */
  machine?: Machine;
  logs: RetentionDays;
  /** Seconds that one invocation may take. */
  timeouts: Record<StepName, number>;
  /** Reserved concurrency. Default: none, because a new account has ten invocations at once in all. */
  concurrency?: Partial<Record<StepName, number>>;
  queues: {
    /** Deliveries of a message before it is called dead. */
    deliveries: number;
    /** Until a failed message is delivered again, in timeouts of its step. AWS advises six. */
    visibility: number;
    /**
     * Batches of one queue that its step works on at once, from 2 to 1,000. Without a limit one upload of a folder
     * takes all that the account may run, and a refused invocation counts as a delivery.
     */
    atOnce: number;
  };
  rebuild: {
    /** Batches that it works on at once, besides what the queues take. */
    atOnce: number;
    /**
     * Seconds that it waits after a deployment: an invocation that began with the code of before could put a page
     * back as it was. As long as the longest of them may take.
     */
    wait: number;
  };
  /** Seconds in which paths are collected into one invalidation. */
  purgeWindow: number;
  /** Requests a second to the HTTP API, and how many may come at once. */
  throttle: { rate: number; burst: number };
};

export const stages: Record<Stage['name'], Stage> = {
  production: {
    name: 'production',
    truth: { removal: RemovalPolicy.RETAIN, protect: true },
    machine: 'linux-x64',
    logs: RetentionDays.THREE_MONTHS,
    // Changed settings make ingest and render send a thousand messages or more in one invocation.
    timeouts: {
      ingest: 60,
      images: 60,
      route: 60,
      render: 30,
      replies: 10,
      purge: 20,
      timers: 10,
      // To list a hundred thousand files, articles and pages takes minutes, and nobody waits for one of them.
      plan: 900,
      deployed: 30,
    },
    // Five queues take the ten invocations of a new account when all are full, which those of purge and timers hardly
    // ever are. Lambda takes no smaller number than two.
    queues: { deliveries: 5, visibility: 6, atOnce: 2 },
    rebuild: { atOnce: 1, wait: 60 },
    purgeWindow: 1,
    throttle: { rate: 50, burst: 100 },
  },
  local: {
    name: 'local',
    truth: { removal: RemovalPolicy.DESTROY, protect: false },
    logs: RetentionDays.ONE_DAY,
    timeouts: {
      ingest: 10,
      images: 30,
      route: 10,
      render: 10,
      replies: 10,
      purge: 10,
      timers: 10,
      plan: 60,
      deployed: 10,
    },
    // Whoever tries a broken file on a laptop does not want to wait half an hour for the dead-letter queue.
    queues: { deliveries: 3, visibility: 1, atOnce: 5 },
    rebuild: { atOnce: 2, wait: 0 },
    purgeWindow: 0,
    throttle: { rate: 1000, burst: 2000 },
  },
};
