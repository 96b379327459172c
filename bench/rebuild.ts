import { PutBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';
import { boot } from '../cli/local/boot.ts';
import { placesIn } from '../cli/local/places.ts';
import { upload } from '../cli/newsroom/content-files.ts';
import type { Newsroom } from '../cli/newsroom/newsroom.ts';
import { type Outcome, rebuild } from '../cli/newsroom/rebuild.ts';
import { type Progress, silent } from '../cli/progress.ts';
import type { Figure, Result } from './figures.ts';

const articles = 1_000;
const sections = [
  'Town',
  'Harbour',
  'Council',
  'Culture',
  'Sport',
  'Schools',
  'Weather',
  'Letters',
];

/** The state machine on a platform of its own: from nothing but the uploads, and once more with nothing to mend. */
export async function benchRebuild(home: string, note: (text: string) => void): Promise<Result> {
  const places = placesIn(home);
  const platform = await boot({ places, port: 0, fresh: false, progress: silent });
  const { newsroom } = platform;
  try {
    await hushed(newsroom);
    await uploadAll(newsroom, note);
    const lost = await timed(newsroom, noting(note));
    const whole = await timed(newsroom, noting(note));
    return {
      figures: [
        figureOf(`rebuild of ${articles} articles, of which nothing was there`, lost),
        { ...failed(lost), name: 'files and pages that it could not do' },
        figureOf('the same with nothing to mend', whole),
        { ...failed(whole), name: 'files and pages that it could not do' },
      ],
    };
  } finally {
    await platform.close();
  }
}

type Timed = Outcome & { seconds: number };

async function timed(newsroom: Newsroom, progress: Progress): Promise<Timed> {
  const started = performance.now();
  const outcome = await rebuild(newsroom, progress, { every: 100 });
  return { ...outcome, seconds: (performance.now() - started) / 1000 };
}

function figureOf(name: string, { seconds, rebuilt }: Timed): Figure {
  return { name, value: seconds, unit: 's', note: `${rebuilt?.pages ?? 0} pages` };
}

function failed({ failures }: Timed): Omit<Figure, 'name'> {
  return { value: failures.length, bound: 0, unit: 'failures' };
}

/** Else each upload would become a page by itself, and there would be nothing left to rebuild. */
async function hushed({ storage, facts }: Newsroom): Promise<void> {
  const nobody = { Bucket: facts.contentBucket, NotificationConfiguration: {} };
  await storage.send(new PutBucketNotificationConfigurationCommand(nobody));
}

async function uploadAll(newsroom: Newsroom, note: (text: string) => void): Promise<void> {
  const names = sections.map((name) => `  - name: ${name}\n`).join('');
  await upload(newsroom, 'site.yaml', bytes(`title: The Bench\nsections:\n${names}`));
  for (let nth = 0; nth < articles; nth += 1) {
    await upload(newsroom, `articles/${keyOf(nth)}.md`, bytes(textOf(nth)));
    if (nth % 50 === 0) note(`${nth} of ${articles} files`);
  }
}

/** Three years, 60 tags and 40 authors. */
function keyOf(nth: number): string {
  const month = nth % 36;
  return `${2023 + Math.floor(month / 12)}/${String((month % 12) + 1).padStart(2, '0')}/story-${nth}`;
}

function textOf(nth: number): string {
  const [year, month] = keyOf(nth).split('/');
  const section = sections[nth % sections.length]?.toLowerCase();
  const tags = `[tag-${nth % 60}, tag-${(nth * 7) % 60}]`;
  const head = `title: Story ${nth}\ndate: ${year}-${month}-15\nsection: ${section}\ntags: ${tags}\n`;
  const paragraph = `It held for a *hundred* years, says reader ${nth}, and it will hold for another. `;
  return `---\n${head}author: Author ${nth % 40}\n---\n\n${`${paragraph.repeat(10)}\n\n`.repeat(5)}`;
}

function noting(note: (text: string) => void): Progress {
  return { ...silent, step: (label, work) => work((detail) => note(`${label} ${detail}`)) };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
