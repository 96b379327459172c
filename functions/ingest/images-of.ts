import type { Catalog } from '../shared/catalog.ts';
import type { Claim } from '../shared/claim.ts';
import type { ArticleRecord, ImageInfo, Problem } from '../shared/model.ts';
import type { Source } from './check-article.ts';
import { knownImages, notThere } from './known-images.ts';

export type ImagesOf = { images: Record<string, ImageInfo | null>; problems: Problem[] };

/**
 * The images a source shows, as far as they are there. A missing one is a warning: the article goes live without
 * it and is looked at again when the image comes.
 */
export async function readImages(
  catalog: Catalog,
  id: string,
  stored: ArticleRecord | undefined,
  claim: Claim<Source> | undefined,
): Promise<ImagesOf> {
  const keys = claim?.good?.source.imageKeys ?? [];
  const found = await knownImages(catalog, keys, async (key) => {
    if (!(key in (stored?.images ?? {}))) await catalog.noteUse(key, id);
  });
  const problems = [...found].filter(([, info]) => !info).map(([key]) => missingImage(key));
  return { images: Object.fromEntries(found), problems };
}

function missingImage(key: string): Problem {
  return {
    code: 'missing-image',
    severity: 'warning',
    line: 1,
    column: 1,
    message: notThere(key),
    advice: `Upload it as ${key}; the article is live without it and gains it when it comes.`,
  };
}
