import { placeOf } from '../../functions/ingest/places.ts';
import type { Report } from '../../functions/ingest/report.ts';
import { reportKeys, siteKey } from '../../functions/shared/layout.ts';
import { addressOf } from '../../functions/shared/model.ts';
import type { Newsroom } from './newsroom.ts';

/** What became of one version of a file. */
export type Outcome =
  | { kind: 'live'; url: string; report?: Report }
  | { kind: 'refused'; report: Report }
  /** Taken in, but nothing of it shows: a draft. */
  | { kind: 'quiet' };

/**
 * What has become of an upload so far; undefined while it is still on its way.
 *
 * @param key an article or a standing page
 */
export async function outcomeOf(
  newsroom: Newsroom,
  key: string,
  versionId: string,
): Promise<Outcome | undefined> {
  const report = await reportOf(newsroom, key);
  const current = report?.versionId === versionId ? report : undefined;
  if (current && current.outcome !== 'published') return { kind: 'refused', report: current };
  const place = placeOf(key);
  if (!('id' in place)) return undefined;
  const record = await newsroom.catalog.article(place.id);
  if (record?.seen[key] !== versionId) return undefined;
  if (record.state === 'absent') return { kind: 'quiet' };
  // Refused, and its report is about to be written.
  if (record.key !== key || record.versionId !== versionId) return undefined;
  const page = addressOf(place.id);
  const shown = await newsroom.site.head(siteKey(page));
  if (shown?.meta.source !== record.source) return undefined;
  const url = `${newsroom.facts.siteUrl}/${page}`;
  return { kind: 'live', url, ...(current ? { report: current } : {}) };
}

export async function reportOf(newsroom: Newsroom, key: string): Promise<Report | undefined> {
  const stored = await newsroom.content.get(reportKeys(key).json);
  return stored && (JSON.parse(Buffer.from(stored.body).toString('utf8')) as Report);
}
