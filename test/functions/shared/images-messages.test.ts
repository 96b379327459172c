import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { imagesMessagesOf } from '../../../functions/shared/images-messages.ts';

const event = (name: string) =>
  readFileSync(new URL(`../../fixtures/events/s3/${name}.json`, import.meta.url), 'utf8');

describe('a message to images', () => {
  it.each([
    ['{"key":"images/wall.jpg"}', [{ key: 'images/wall.jpg' }]],
    ['{"share":"2026/11/wall"}', [{ share: '2026/11/wall' }]],
    ['{"everyShareAfter":""}', [{ everyShareAfter: '' }]],
    [event('multipart-upload'), [{ key: 'images/2026/11/wall.jpg' }]],
    // About an article, and the test of a queue: no business of this step.
    [event('put'), []],
    [event('test-event'), []],
  ])('is read: %s', (body, messages) => {
    expect(imagesMessagesOf(body)).toEqual(messages);
  });

  it.each(['{}', '[]', 'null', '{"share":1}', 'x'])('that names nothing is poison: %s', (body) => {
    expect(() => imagesMessagesOf(body)).toThrow(SyntaxError);
  });
});
