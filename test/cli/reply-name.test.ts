import { describe, expect, test } from 'vitest';
import { articleId, replyName } from '../../cli/newsroom/reply-name.ts';

const wall = '2026/11/wall';

describe('the id of an article', () => {
  test.each([
    ['https://post.example/2026/11/wall/', wall],
    ['http://localhost:8080/2026/11/wall/index.html', wall],
    ['/2026/11/wall/', wall],
    ['articles/2026/11/wall.md', wall],
    [wall, wall],
    ['https://post.example/2026/11/m%C3%BChle/', '2026/11/mühle'],
    // No address, so nothing of it is encoded.
    ['2026/11/100%', '2026/11/100%'],
  ])('of %s is %s', (typed, id) => {
    expect(articleId(typed)).toBe(id);
  });

  test.each(['%', '%zz', '%E0%A4'])('is not in an address with %s', (broken) => {
    const address = `https://post.example/2026/11/wall${broken}/`;
    expect(() => articleId(address)).toThrow(
      expect.objectContaining({
        message: `${address} is not the address of a page: its percent signs are broken.`,
        exitCode: 2,
      }),
    );
  });
});

test('a reply is not named by a permalink with a broken address', () => {
  const link = 'https://post.example/2026/11/wall%zz/#reply-01KAVS0000AAAAAAAAAAAAAAAA';
  expect(() => replyName(link)).toThrow('its percent signs are broken');
});
