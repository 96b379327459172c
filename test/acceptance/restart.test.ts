import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, type Platform } from '../../cli/local/boot.ts';
import { placesIn } from '../../cli/local/places.ts';
import { silent } from '../../cli/progress.ts';
import { markdown } from './articles.ts';
import { eventually } from './platform.ts';
import { scheduledAt } from './schedules.ts';

const id = '2026/11/kept';
/** Due while the platform is down, and long after. */
const [soon, later] = ['2026/11/soon', '2026/11/later'];
let home: string;
let platform: Platform;

/** The platform of setup.ts goes on for the other tests, so this one is another. */
async function start(port: number): Promise<Platform> {
  return boot({ places: placesIn(home), port, fresh: false, progress: silent });
}

function put(title: string, date?: string, at = id): Promise<unknown> {
  const body = new TextEncoder().encode(markdown({ title, ...(date ? { date } : {}) }));
  return platform.newsroom.put(`articles/${at}.md`, { body, contentType: 'text/markdown' });
}

function shows(words: string, at = id): Promise<true> {
  return eventually(`The page with “${words}”`, async () => {
    const page = await fetch(`${platform.url}/${at}/`).then((response) => response.text());
    return page.includes(words) || undefined;
  });
}

describe('a platform that was ended and started again', () => {
  let endpoint: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'galley-restart-'));
    platform = await start(0);
    await put('Before the end');
    await shows('Before the end');
    await fetch(`${platform.url}/api/replies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ article: id, name: 'Ada', reply: 'I was there before.' }),
    });
    await put('Later', '2099-01-01T00:00:00Z', later);
    await put('Soon', new Date(Date.now() + 20_000).toISOString(), soon);
    await scheduledAt(later, ['2099-01-01T00:00:00Z'], platform);
    await eventually('The article that waits', async () =>
      (await platform.newsroom.catalog.article(soon))?.state === 'scheduled' ? true : undefined,
    );
    endpoint = platform.endpoint;
    await platform.close();
    platform = await start(Number(new URL(platform.url).port));
  });

  afterAll(async () => {
    await platform.close();
    await rm(home, { recursive: true, force: true });
  });

  it('is found where it was, without another deployment', () => {
    expect([platform.endpoint, platform.redeployed, platform.lost]).toEqual([
      endpoint,
      false,
      false,
    ]);
  });

  it('still has its pages', async () => {
    await expect(shows('Before the end')).resolves.toBe(true);
  });

  it('still has the replies, and shows one that is approved now', async () => {
    const [reply] = await platform.newsroom.comments.queue('held');
    const at = '2026-11-20T12:00:00.000Z';
    const decision = { from: 'held', to: 'approved', who: 'test', at } as const;
    await platform.newsroom.comments.decide(id, reply?.id ?? '', decision);
    await expect(shows('I was there before.')).resolves.toBe(true);
  });

  it('still has the timers, and does what was due meanwhile', async () => {
    await expect(shows('Soon', soon)).resolves.toBe(true);
    await expect(scheduledAt(later, ['2099-01-01T00:00:00Z'], platform)).resolves.toBe(true);
  });

  it('goes on publishing', async () => {
    await put('After the start');
    await expect(shows('After the start')).resolves.toBe(true);
  });
});
