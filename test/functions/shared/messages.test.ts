import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  rechecksOf,
  renderMessageOf,
  timersMessageOf,
} from '../../../functions/shared/messages.ts';

function s3Event(name: string): string {
  return readFileSync(new URL(`../../fixtures/events/s3/${name}.json`, import.meta.url), 'utf8');
}

describe('a message to look again', () => {
  it.each([
    ['put', 'articles/2026/11/harbour-wall.md'],
    ['delete-marker', 'articles/2026/11/harbour-wall.md'],
    ['multipart-upload', 'images/2026/11/wall.jpg'],
    ['odd-key', 'articles/Größe 1+1 & 100% 🌊.md'],
  ])('is an event of S3: %s', (name, key) => {
    expect(rechecksOf(s3Event(name))).toEqual([{ key }]);
  });

  it('may be about several objects', () => {
    expect(rechecksOf(s3Event('two-records'))).toEqual([
      { key: 'articles/2026/11/harbour-wall.md' },
      { key: 'images/2026/11/wall.jpg' },
    ]);
  });

  it('is about the settings when S3 tests the notification', () => {
    expect(rechecksOf(s3Event('test-event'))).toEqual([{ key: 'site.yaml' }]);
  });

  it('may be one of our own, whose key is written as it is', () => {
    expect(rechecksOf('{"key":"articles/a+b%20c.md"}')).toEqual([{ key: 'articles/a+b%20c.md' }]);
    expect(rechecksOf('{"id":"2026/11/wall"}')).toEqual([{ id: '2026/11/wall' }]);
  });

  it('may be about all files from one on', () => {
    expect(rechecksOf('{"everyKeyAfter":""}')).toEqual([{ everyKeyAfter: '' }]);
    expect(rechecksOf('{"everyKeyAfter":"articles/a.md"}')).toEqual([
      { everyKeyAfter: 'articles/a.md' },
    ]);
  });

  it.each([
    '',
    'no JSON',
    'null',
    '"text"',
    '[]',
    '7',
    '{}',
    '{"key":7}',
    '{"id":null}',
    '{"everyKeyAfter":true}',
    '{"Records":"none"}',
    '{"Records":[{}]}',
    '{"Records":[null]}',
    '{"Records":[{"s3":{"object":{"key":7}}}]}',
    '{"Records":[{"s3":{"object":{"key":"%"}}}]}',
  ])('is refused when it says nothing: %s', (body) => {
    expect(() => rechecksOf(body)).toThrow(Error);
  });
});

describe('a message to render', () => {
  it.each([
    ['{"page":""}', { page: '' }],
    ['{"page":"2026/11/wall/"}', { page: '2026/11/wall/' }],
    ['{"page":"feed.xml","purge":true}', { page: 'feed.xml', purge: true }],
    ['{"page":"feed.xml","purge":"yes"}', { page: 'feed.xml' }],
    ['{"everyPageAfter":""}', { everyPageAfter: '' }],
    ['{"everyPageAfter":"2026-11#a"}', { everyPageAfter: '2026-11#a' }],
  ])('names a page, or all after a place: %s', (body, message) => {
    expect(renderMessageOf(body)).toEqual(message);
  });

  it.each(['', 'null', '{}', '{"page":7}', '{"everyPageAfter":7}', '["page"]'])(
    'is refused without one: %s',
    (body) => {
      expect(() => renderMessageOf(body)).toThrow(SyntaxError);
    },
  );
});

describe('a message about a timer', () => {
  it('names an address and an instant in UTC', () => {
    const message = { id: '2026/11/wall', at: '2026-11-10T08:30:00.000Z' };
    expect(timersMessageOf(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    '{"id":"wall"}',
    '{"id":"wall","at":"tomorrow"}',
    '{"id":"wall","at":"2026-11-10T09:30:00+01:00"}',
    '{"id":7,"at":"2026-11-10T08:30:00.000Z"}',
    'null',
  ])('is refused when it is no such thing: %s', (body) => {
    expect(() => timersMessageOf(body)).toThrow(SyntaxError);
  });
});
