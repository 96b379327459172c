import { config } from 'galley:theme';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DrawShare } from '../../functions/images/draw-share.ts';
import type { Encoder } from '../../functions/images/encoder.ts';
import { widthsOf } from '../../functions/images/original.ts';
import type { Memory } from '../../functions/ingest/claims.ts';
import type { Comments } from '../../functions/shared/comments.ts';
import {
  exportedReplies,
  parseReplies,
  type RepliesByArticle,
  readExport,
} from './exported-replies.ts';
import { type FoundFiles, findFiles, LocalContent } from './local-content.ts';
import { PictureStore } from './picture-store.ts';
import { Pipeline } from './pipeline.ts';

export type BuildOptions = {
  /** The content folder. */
  content: string;
  /** The folder of the site. */
  out: string;
  /** Where builds keep what they need again: a folder for each pair of those two. */
  cache: string;
  /** For a site whose `site.yaml` names no address; without trailing slash. */
  siteUrl: string;
  /** A replies export. */
  replies?: string;
  /** Decides between what is scheduled, live and expired. */
  now: Date;
  /** The module that threads start with, and what names its code. */
  engine: { module: URL; id: string };
  /** Makes the variants of images, and pictures of articles that have none. @default with sharp */
  studio?: Studio;
  /** How many threads to start at most; none for a few files. */
  threads: number;
  /** Told how far the build is. */
  note: (detail: string) => void;
};

export type Studio = { encoder: Encoder; drawShare: DrawShare };

/** All that a build works with. */
export type Desk = {
  options: BuildOptions;
  files: FoundFiles;
  content: LocalContent;
  comments: Comments;
  replies: RepliesByArticle;
  pictures: PictureStore;
  pipeline: Pipeline;
  /** Verdicts of threads, by the names that ingest looks for. */
  judged: Memory;
  /** All that pages depend on beside the content. */
  made: string;
};

export function openDesk(options: BuildOptions): Desk {
  const { now, siteUrl, cache, engine, studio = lazyStudio } = options;
  const files = findFiles(options.content);
  const content = new LocalContent(options.content, files);
  const exported = options.replies ? readExport(options.replies) : '';
  const replies = parseReplies(options.replies ?? '', exported);
  const comments = exportedReplies(replies);
  const pictures = new PictureStore(join(cache, 'pictures'));
  const judged: Memory = new Map();
  const parts = { content, comments, now: () => now, siteUrl, judged, site: pictures };
  const widths = widthsOf(config.image_sizes);
  const hash = createHash('sha256')
    .update(JSON.stringify([engine.id, siteUrl]))
    .update(exported);
  return {
    options,
    files,
    content,
    comments,
    replies,
    pictures,
    judged,
    pipeline: new Pipeline({ ...parts, ...studio, widths }),
    made: hash.digest('hex'),
  };
}

/** Most builds have no new picture, and the libraries take a tenth of a second to load. */
export const lazyStudio: Studio = {
  encoder: {
    header: async (bytes) => (await loadEncoder()).header(bytes),
    isWhole: async (bytes) => (await loadEncoder()).isWhole(bytes),
    async *variants(bytes, info, wanted) {
      yield* (await loadEncoder()).variants(bytes, info, wanted);
    },
  },
  drawShare: async (words) => {
    const { drawShare } = await import('../../functions/images/draw-share.ts');
    return drawShare(words);
  },
};

async function loadEncoder(): Promise<Encoder> {
  return (await import('../../functions/images/sharp-encoder.ts')).sharpEncoder;
}
