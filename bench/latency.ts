import { setTimeout as delay } from 'node:timers/promises';
import { boot, type Platform } from '../cli/local/boot.ts';

import { contentFolder, goLive } from '../cli/local/go-live.ts';
import { placesIn } from '../cli/local/places.ts';
import { upload } from '../cli/newsroom/content-files.ts';
import { silent } from '../cli/progress.ts';
import { quantile, type Result } from './figures.ts';

const rounds = 100;
const bound = 2500;
/** How often a page is asked for; a figure is at most this much too large. */
const every = 10;
const article = '2026/11/measured';

/** How long until readers see what an author or a moderator did, on a platform of its own, one at a time. */
export async function benchLatency(home: string, note: (text: string) => void): Promise<Result> {
  const places = placesIn(home);
  const platform = await boot({ places, port: 0, fresh: false, progress: silent });
  try {
    await goLive(platform, contentFolder, { places, progress: silent });
    const uploads = await measure((round) => uploadOnce(platform, round), note, 'uploads');
    const approvals = await measure((round) => approveOnce(platform, round), note, 'approvals');
    return {
      figures: [
        ...figuresOf('upload to changed page served', uploads),
        ...figuresOf('approval to reply served', approvals),
      ],
      series: [
        { name: 'upload to changed page served', bound, samples: uploads },
        { name: 'approval to reply served', bound, samples: approvals },
      ],
    };
  } finally {
    await platform.close();
  }
}

async function measure(
  once: (round: number) => Promise<number>,
  note: (text: string) => void,
  what: string,
): Promise<number[]> {
  // The first one starts the functions; readers of a live site do not wait for that.
  await once(0);
  const samples: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    samples.push(await once(round));
    note(`${round} of ${rounds} ${what}`);
  }
  return samples;
}

async function uploadOnce({ newsroom, url }: Platform, round: number): Promise<number> {
  const title = `The harbour on day ${round}`;
  const text = `---\ntitle: ${title}\ndate: 2026-11-01\ntags: [harbour]\n---\nIt holds.\n`;
  const started = performance.now();
  await upload(newsroom, `articles/${article}.md`, new TextEncoder().encode(text));
  await untilServed(`${url}/${article}/`, title);
  return performance.now() - started;
}

async function approveOnce({ newsroom, url }: Platform, round: number): Promise<number> {
  const words = `Approved in round ${round}.`;
  const answer = await fetch(`${url}/api/replies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ article, reply: words, name: 'Ada' }),
  });
  if (!answer.ok) throw new Error(`A reply was refused: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  const decision = {
    from: 'held',
    to: 'approved',
    who: 'bench',
    at: new Date().toISOString(),
  } as const;
  const started = performance.now();
  await newsroom.comments.decide(article, id, decision);
  await untilServed(`${url}/${article}/`, words);
  return performance.now() - started;
}

async function untilServed(url: string, ...words: string[]): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const page = await fetch(url).then((response) => response.text());
    if (words.every((word) => page.includes(word))) return;
    await delay(every);
  }
  throw new Error(`${url} did not show “${words.at(-1)}” within a minute.`);
}

function figuresOf(name: string, samples: number[]) {
  const seconds = (share: number) => quantile(samples, share) / 1000;
  return [
    { name: `${name}, p95 of ${rounds}`, bound: bound / 1000, value: seconds(0.95), unit: 's' },
    { name: `${name}, p50`, value: seconds(0.5), unit: 's' },
  ] as const;
}
