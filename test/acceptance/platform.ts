import { inject } from 'vitest';
import { trust } from '../../cli/local/certificate.ts';
import { factsOf } from '../../cli/newsroom/facts.ts';
import { openNewsroom } from '../../cli/newsroom/newsroom.ts';
import { until } from '../../cli/newsroom/until.ts';

/** The platform that setup.ts booted, as a test file uses it. */
export const platform = inject('platform');

await trust(platform.caFile);

/** What the platform's operator may do: everything. */
export const newsroom = openNewsroom(
  { ...factsOf(platform.outputs), siteUrl: platform.url },
  platform.endpoint,
);

/** Milliseconds in which a change must be served; more than ever needed, so that a slow machine does not fail. */
const enough = 20_000;

/**
 * Asks again and again until there is an answer.
 *
 * @throws Error naming what did not come
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  deadline = enough,
): Promise<T> {
  const answer = await until(ask, { deadline, every: 50 });
  if (answer === undefined) throw new Error(`${what}: not within ${deadline / 1000} seconds.`);
  return answer;
}

/** Reads an address of the site as a reader does. @param path with the leading slash */
export function read(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${platform.url}${path}`, { redirect: 'manual', ...init });
}

/** The text of a page once it says so. */
export function pageThat(
  path: string,
  says: (text: string) => boolean,
  deadline = enough,
): Promise<string> {
  return eventually(
    `${path} as expected`,
    async () => {
      const response = await read(path);
      const text = await response.text();
      return response.status === 200 && says(text) ? text : undefined;
    },
    deadline,
  );
}

export function pageWith(path: string, words: string): Promise<string> {
  return pageThat(path, (text) => text.includes(words));
}

export function pageWithout(path: string, words: string): Promise<string> {
  return pageThat(path, (text) => !text.includes(words));
}
