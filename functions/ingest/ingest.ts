import type { Catalog } from '../shared/catalog.ts';
import { presentLife } from '../shared/claim.ts';
import type { Comments } from '../shared/comments.ts';
import { content as layout } from '../shared/layout.ts';
import type { Recheck, TimersMessage } from '../shared/messages.ts';
import type { Problem } from '../shared/model.ts';
import type { Objects } from '../shared/objects.ts';
import { untilSettled } from '../shared/settle.ts';
import type { Memory } from './claims.ts';
import { recheckAfter } from './every-file.ts';
import { ingestAddress } from './ingest-address.ts';
import { bringSettings, ingestSettings } from './ingest-settings.ts';
import { placeOf } from './places.ts';
import { reportOn, reserveReport } from './report-file.ts';

export type IngestParts = {
  content: Objects;
  catalog: Catalog;
  comments: Comments;
  toIngest: (messages: Recheck[]) => Promise<void>;
  /** Asks for timers of addresses whose state time alone will change. */
  toTimers: (messages: TimersMessage[]) => Promise<void>;
  /** Decides between what is scheduled, live and expired. A pass reads it once, before it reads the state. */
  now: () => Date;
  /** 32 bytes that nobody can guess. The first one to need the key of the previews makes it of them. */
  secret: () => Uint8Array;
  /** Public address of the stack, for a site whose `site.yaml` names none; without trailing slash. */
  siteUrl: string;
  /** How many files one message names when every file is to be looked at again. @default 1,000 */
  filesAtOnce?: number;
  /** A rebuild asks. It looks at every file and renders every page itself, each once and not once for each article. */
  quiet?: boolean;
  /** Verdicts that somebody has come to already. A build on many threads checks texts before it looks at addresses. */
  judged?: Memory;
};

/** Something in the content bucket changed, or the replies of an article did: bring the catalog in line. */
export async function ingest(parts: IngestParts, changed: Recheck): Promise<void> {
  // Whatever comes first, so that a newsroom without a `site.yaml` has a home page, a feed and a 404 page too.
  if ((await parts.catalog.settings()).revision === 0) await bringSettings(parts);
  if ('everyKeyAfter' in changed) return recheckAfter(parts, changed.everyKeyAfter);
  // A picture that they show has changed, which concerns no file.
  if ('id' in changed && changed.id === layout.settings) return bringSettings(parts);
  if ('id' in changed) return ingestAddress(parts, changed.id);
  const place = placeOf(changed.key);
  switch (place.kind) {
    case 'ignored':
      return;
    case 'settings':
    case 'authors':
      return parts.quiet ? bringSettings(parts) : ingestSettings(parts);
    case 'stray':
      return ingestStray(parts, place.key, place.problems);
    default:
      return ingestAddress(parts, place.id);
  }
}

/** A file that can never be a page: it has a report for as long as it is there. */
async function ingestStray({ content }: IngestParts, key: string, problems: Problem[]) {
  await untilSettled(key, async () => {
    const bring = await reserveReport(content, key);
    const [newest] = presentLife(await content.versions(key));
    return bring(reportOn(key, newest?.versionId, 'refused', problems));
  });
}
