import { describe, expect, it } from 'vitest';
import { invalidationOf } from '../../../functions/purge/invalidation.ts';

const received = (...bodies: string[]) =>
  bodies.map((body, index) => ({ messageId: `m${index}`, body }));
const paths = (...names: string[]) => JSON.stringify({ paths: names });

describe('an invalidation', () => {
  it('names the paths of a whole batch, each once, in order', () => {
    const messages = received(paths('/b/', '/a/'), paths('/a/', '/c/index.html'));
    expect(invalidationOf(messages)).toMatchObject({
      paths: ['/a/', '/b/', '/c/index.html'],
      refused: [],
    });
  });

  it('has the same reference when the same batch is delivered again in another order', () => {
    const messages = received(paths('/a/'), paths('/b/'));
    expect(invalidationOf(messages.toReversed()).reference).toBe(
      invalidationOf(messages).reference,
    );
  });

  it('has another reference for other messages with the same paths', () => {
    const one = [{ messageId: 'one', body: paths('/a/') }];
    const two = [{ messageId: 'two', body: paths('/a/') }];
    expect(invalidationOf(one).reference).not.toBe(invalidationOf(two).reference);
  });

  it('of nothing has no paths', () => {
    expect(invalidationOf([])).toMatchObject({ paths: [], refused: [] });
    expect(invalidationOf(received(paths()))).toMatchObject({ paths: [], refused: [] });
  });

  it.each([
    'no JSON',
    'null',
    '7',
    '[]',
    '{}',
    '{"paths":"/a/"}',
    '{"paths":[7]}',
    '{"paths":["a/"]}',
    '{"paths":["/*"]}',
    '{"paths":["/a/","/b*"]}',
  ])('leaves out a message that is none, and goes on with the others: %s', (body) => {
    const messages = received(body, paths('/a/'));
    const { refused, reference, paths: taken } = invalidationOf(messages);
    expect([refused, taken]).toEqual([['m0'], ['/a/']]);
    expect(reference).toBe(invalidationOf(messages.slice(1)).reference);
  });
});
