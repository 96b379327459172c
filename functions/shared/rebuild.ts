import type { ImagesMessage } from './images-messages.ts';
import type { Recheck, RenderMessage } from './messages.ts';

/** What one execution of the rebuild is asked for. */
export type RebuildInput = {
  /** Seconds until invocations that began with the code of before have ended. */
  wait: number;
  /** Only this, which an earlier rebuild could not do. Without it: everything. */
  again?: RebuildWork;
};

/** Messages for the steps of its parts. */
export type RebuildWork = {
  Images: Recheck[];
  Texts: Recheck[];
  Pages: RenderMessage[];
  Shares: ImagesMessage[];
};

/** What an execution that succeeded has looked at. */
export type Rebuilt = { images: number; texts: number; pages: number };
