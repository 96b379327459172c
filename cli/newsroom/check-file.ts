import { checkImage, imageLimits } from '../../functions/images/check-image.ts';
import { checkAuthors } from '../../functions/ingest/authors-file.ts';
import { checkArticle, type Source } from '../../functions/ingest/check-article.ts';
import { picturesOf, type Said } from '../../functions/ingest/compose-settings.ts';
import { placeOf } from '../../functions/ingest/places.ts';
import { checkSettings } from '../../functions/ingest/settings.ts';
import { tooLarge } from '../../functions/shared/claim.ts';
import { defaultSettings } from '../../functions/shared/default-settings.ts';
import { content } from '../../functions/shared/layout.ts';
import type { Problem, Settings } from '../../functions/shared/model.ts';

/** What a check says of one file. `source` is there for a text, or settings, that may be published. */
export type Checked = { problems: Problem[]; source?: Pick<Source, 'draft' | 'imageKeys'> };

/**
 * Checks one file with the code that checks uploads.
 *
 * @param key where it lies, or would lie, in the content bucket
 * @param settings undefined when nobody knows the site's: then any section is taken for a known one
 */
export async function checkFile(
  key: string,
  bytes: Uint8Array,
  settings: Settings | undefined,
  now: Date,
): Promise<Checked> {
  if (key.startsWith(content.images)) return { problems: await imageProblems(key, bytes) };
  const place = placeOf(key);
  switch (place.kind) {
    case 'ignored':
      return { problems: [] };
    case 'stray':
      return { problems: place.problems };
    case 'settings': {
      const { problems, settings: own } = checkSettings(bytes);
      return { problems, ...(own ? { source: sourceOf({ own }) } : {}) };
    }
    case 'authors': {
      const { problems, profiles } = checkAuthors(bytes);
      return { problems, ...(profiles ? { source: sourceOf({ profiles }) } : {}) };
    }
    default: {
      const { kind } = place;
      const known = settings ?? defaultSettings;
      const { problems, source } = checkArticle({ key, bytes, kind, settings: known, now });
      const relevant = problems.filter(({ code }) => settings || code !== 'unknown-section');
      return { problems: relevant, ...(source ? { source } : {}) };
    }
  }
}

function sourceOf(said: Said) {
  return { draft: false, imageKeys: picturesOf(said).map(({ key }) => key) };
}

async function imageProblems(key: string, bytes: Uint8Array): Promise<Problem[]> {
  const { byteLength: size } = bytes;
  if (size > imageLimits.bytes) return [tooLarge(size, imageLimits.bytes)];
  // Not with the rest: its library takes time to load, and most commands have no image before them.
  const { sharpEncoder } = await import('../../functions/images/sharp-encoder.ts');
  return (await checkImage(key, bytes, sharpEncoder)).problems;
}
