import { publishImage } from '../../functions/images/publish-image.ts';
import { publishShare } from '../../functions/images/publish-share.ts';
import { ingest } from '../../functions/ingest/ingest.ts';
import { type PlanEvent, type PlanParts, plan } from '../../functions/plan/plan.ts';
import { render } from '../../functions/render/render.ts';
import { type RebuildPart, rebuildList } from '../../functions/shared/layout.ts';
import type { Batch, Recheck, RenderMessage } from '../../functions/shared/messages.ts';
import { takeBatch } from '../../functions/shared/take-batch.ts';
import type { Parts } from './parts.ts';

/** One rebuild that was asked for: its lists, and the states that it has behind it. */
export type Rebuilding = { run: string; lists: Map<string, string>; done: Set<string> };

export function newRebuilding(run: string): Rebuilding {
  return { run, lists: new Map(), done: new Set() };
}

/**
 * Runs the states of infra/constructs/rebuild-states.ts from the first one that is not done. A state that dies is
 * begun anew, as the state machine does, and none is begun before the one before it has ended.
 */
export async function goOn(rebuilding: Rebuilding, parts: Parts): Promise<void> {
  const { run, lists, done } = rebuilding;
  const planParts: PlanParts = {
    ...parts,
    keepList: async (key, text) => void lists.set(key, text),
    failures: async () => 0,
  };
  const make = (kind: 'files' | 'pages') =>
    plan(planParts, { make: kind, execution: run, run, input: { wait: 0 } } as PlanEvent);
  const map = async (
    part: RebuildPart,
    take: (message: never, quiet: boolean) => Promise<void>,
  ) => {
    const batches = JSON.parse(lists.get(rebuildList(run, part)) ?? '[]') as Batch[];
    await Promise.all(
      batches.map(({ messages, quiet = false }) =>
        takeAll(messages, (message) => take(message as never, quiet)),
      ),
    );
  };
  const states: Record<string, () => Promise<unknown>> = {
    Settings: () => ingest({ ...parts, quiet: true }, { key: 'site.yaml' }),
    Files: () => make('files'),
    Images: () => map('Images', ({ key }: { key: string }) => publishImage(parts, key)),
    Texts: () => map('Texts', (key: Recheck, quiet) => ingest({ ...parts, quiet }, key)),
    SitePages: () => make('pages'),
    Pages: () => map('Pages', (message: RenderMessage) => render(parts, message)),
    Shares: () => map('Shares', ({ share }: { share: string }) => publishShare(parts, share)),
  };
  for (const [name, work] of Object.entries(states)) {
    if (done.has(name)) continue;
    await work();
    done.add(name);
  }
}

/** The first error is the one that counts here: a mishap ends all of it. */
async function takeAll(messages: Batch['messages'], take: (message: object) => Promise<void>) {
  let mishap: unknown;
  const taken = takeBatch({ messages }, async (_at, body) => {
    await take(JSON.parse(body)).catch((error: unknown) => {
      mishap ??= error;
      throw error;
    });
  });
  await taken.catch((error: unknown) => {
    throw mishap ?? error;
  });
}
