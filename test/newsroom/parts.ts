import type { ImagesParts } from '../../functions/images/images.ts';
import type { IngestParts } from '../../functions/ingest/ingest.ts';
import type { RenderParts } from '../../functions/render/render.ts';
import type { Change, RouteParts } from '../../functions/route/route.ts';
import type { TimerParts } from '../../functions/timers/keep-timer.ts';
import type { Newsroom } from './newsroom.ts';

/** All that any step is given. */
export type Parts = IngestParts & ImagesParts & RouteParts & RenderParts & TimerParts;

export type StepName = 'ingest' | 'images' | 'route' | 'render' | 'timers' | 'rebuild';

/** Changes what a step is given, to see that the tests notice. */
export type Bend = (
  step: StepName,
  parts: Parts,
  about: { newsroom: Newsroom /** That route is told of. */; changes: Change[] },
) => Partial<Parts>;
