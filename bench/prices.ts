import type { Bill } from '../test/newsroom/meter.ts';

/**
 * US dollars for one, as AWS lists them for us-east-1 without free tiers: the price pages of S3 (Standard), DynamoDB
 * (on-demand, as of its price cut in November 2024), SQS (standard queues) and Lambda (arm64).
 */
const dollars = {
  s3Put: 0.005 / 1000,
  s3Get: 0.0004 / 1000,
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  sqsRequest: 0.4 / 1e6,
  invocation: 0.2 / 1e6,
  gigabyteSecond: 0.0000133334,
};

/** Each message is sent, received and deleted. */
const requestsOfMessage = 3;

/** A tenth of a second with 512 MB for each message: more than a page takes, to be on the safe side. */
const gigabyteSeconds = 0.1 * 0.5;

export type Line = { name: string; count: (bill: Bill) => number; price: (bill: Bill) => number };

/** What one change costs, line by line. */
export const lines: Line[] = [
  {
    name: 'S3: objects written, versions listed',
    count: ({ puts }) => puts,
    price: ({ puts }) => puts * dollars.s3Put,
  },
  {
    name: 'S3: objects read, at most',
    count: ({ gets }) => gets,
    price: ({ gets }) => gets * dollars.s3Get,
  },
  {
    name: 'DynamoDB: read units',
    count: ({ readUnits }) => readUnits,
    price: ({ readUnits }) => readUnits * dollars.readUnit,
  },
  {
    name: 'DynamoDB: write units',
    count: ({ writeUnits }) => writeUnits,
    price: ({ writeUnits }) => writeUnits * dollars.writeUnit,
  },
  {
    name: 'SQS: messages',
    count: ({ messages }) => messages,
    price: ({ messages }) => messages * requestsOfMessage * dollars.sqsRequest,
  },
  {
    name: 'Lambda: invocations of 0.1 s, at most',
    count: ({ started }) => started,
    price: ({ started }) =>
      started * (dollars.invocation + gigabyteSeconds * dollars.gigabyteSecond),
  },
];

export function priceOf(bill: Bill): number {
  return lines.reduce((sum, { price }) => sum + price(bill), 0);
}
