import type { Report } from '../../functions/ingest/report.ts';
import { reportKeys } from '../../functions/shared/layout.ts';
import type { Objects } from '../../functions/shared/objects.ts';
import { type Edit, perform } from './edits.ts';
import { Luck, noChance } from './luck.ts';
import { Newsroom } from './newsroom.ts';
import { usualSettings } from './sources.ts';
import { takeTurns } from './turns.ts';

/** A newsroom in which nothing goes wrong, with the real theme: what readers and authors find after each edit. */
export async function calmNewsroom() {
  const luck = new Luck(noChance);
  const newsroom = new Newsroom(luck);

  /** Each is dealt with to its end, and a minute passes. */
  async function after(...edits: Edit[]): Promise<void> {
    for (const edit of edits) {
      await perform(newsroom, edit);
      await takeTurns(luck, () => newsroom.deliveries());
      newsroom.pass(1 / 60);
    }
  }

  async function textOf(bucket: Objects, key: string): Promise<string | undefined> {
    const object = await bucket.get(key);
    return object && Buffer.from(object.body).toString();
  }

  async function report(key: string): Promise<Report | undefined> {
    const text = await textOf(newsroom.content, reportKeys(key).json);
    return text === undefined ? undefined : JSON.parse(text);
  }

  await after({ do: 'upload', key: 'site.yaml', body: usualSettings });
  return {
    newsroom,
    after,
    page: (path: string) => textOf(newsroom.site, `${path}index.html`),
    report,
    /** Undefined when there is no report on the article. */
    codesOf: async (name: string) =>
      (await report(`articles/${name}.md`))?.problems.map(({ code }) => code),
  };
}
