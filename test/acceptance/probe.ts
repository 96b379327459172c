/**
 * Runs inside Lambda in the place of one of the steps and tries things with that step's role. Bundled by
 * access.test.ts.
 */
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const storage = new S3Client({ forcePathStyle: true });
const database = new DynamoDBClient();
const queues = new SQSClient();
const scheduler = new SchedulerClient();
const cdn = new CloudFrontClient();

/** One call that the probe knows: its name and the command's input. */
export type Attempt = [call: keyof typeof calls, input: Record<string, unknown>];

const calls = {
  getObject: (input: never) => storage.send(new GetObjectCommand(input)),
  putObject: (input: never) => storage.send(new PutObjectCommand(input)),
  deleteObject: (input: never) => storage.send(new DeleteObjectCommand(input)),
  listObjects: (input: never) => storage.send(new ListObjectsV2Command(input)),
  getItem: (input: never) => database.send(new GetItemCommand(input)),
  putItem: (input: never) => database.send(new PutItemCommand(input)),
  updateItem: (input: never) => database.send(new UpdateItemCommand(input)),
  deleteItem: (input: never) => database.send(new DeleteItemCommand(input)),
  query: (input: never) => database.send(new QueryCommand(input)),
  scan: (input: never) => database.send(new ScanCommand(input)),
  sendMessage: (input: never) => queues.send(new SendMessageCommand(input)),
  createSchedule: (input: never) => scheduler.send(new CreateScheduleCommand(input)),
  deleteSchedule: (input: never) => scheduler.send(new DeleteScheduleCommand(input)),
  invalidate: (input: never) => cdn.send(new CreateInvalidationCommand(input)),
};

/**
 * @returns for each attempt `done`, or the name of the error
 * @throws when it is woken by a queue or a stream: the event comes again when the step's own code is back
 */
export async function handler(attempts: unknown): Promise<string[]> {
  if (!Array.isArray(attempts)) throw new Error('This is a probe.');
  return Promise.all(
    (attempts as Attempt[]).map(([call, input]) =>
      calls[call](input as never).then(
        () => 'done',
        (error: Error) => error.name,
      ),
    ),
  );
}
