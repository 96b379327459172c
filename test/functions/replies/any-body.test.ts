import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostile } from '../../fixtures/hostile.ts';
import { eventOf, formEvent, good, jsonEvent, startApi, withBody } from './api.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...hostile.map((row) => row.payload)),
  fc.constantFrom('2026/11/harbour-wall', 'closed', '', 'ada@example.org', 'https://example.org/'),
);
const names = [
  'article',
  'parent',
  'reply',
  'name',
  'email',
  'website',
  'leave_empty',
  '__proto__',
];
const fields = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), text);

const anyEvent = fc.oneof(
  fields.map((sent) => formEvent({ ...good, ...sent })),
  fc
    .dictionary(fc.constantFrom(...names), fc.jsonValue())
    .map((sent) => jsonEvent({ ...good, ...sent })),
  fc.json().map((sent) => jsonEvent(sent)),
  fc
    .tuple(fc.constantFrom('reply-form', 'reply-json', 'consent-form'), fc.uint8Array())
    .map(([name, bytes]) => withBody(eventOf(name), bytes)),
  fc.tuple(fc.string(), fc.uint8Array()).map(([type, bytes]) => {
    const event = withBody(eventOf('reply-form'), bytes);
    return { ...event, headers: { ...event.headers, 'content-type': type } };
  }),
);

it('no body whatever is a failure of ours', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvent, async (event) => {
      const { send, failures } = await startApi();
      const { statusCode } = await send(event);
      expect([201, 303, 400, 404, 409, 413, 415, 422]).toContain(statusCode);
      expect(failures).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

it.each(hostile)('$name: is stored as typed in the reply', async ({ payload }) => {
  const { send, held } = await startApi();
  const answer = await send(formEvent({ ...good, reply: payload }));
  expect(answer.statusCode).toBe(303);
  expect((await held())[0]?.text).toBe(payload);
});

it.each(hostile)('$name: is refused as e-mail and as website', async ({ payload }) => {
  const { send, held } = await startApi();
  const answer = await send(jsonEvent({ ...good, email: payload, website: payload }));
  expect(answer.statusCode).toBe(422);
  expect(await held()).toEqual([]);
});
