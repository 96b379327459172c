import type { Problem, Settings } from '../shared/model.ts';
import { addressOf } from '../shared/model.ts';
import { previewUrl } from './preview.ts';
import { start, warning } from './problems.ts';
import type { Shown } from './shown.ts';

/** Why nothing of a good file is live at this time, where it can be read meanwhile, and how that is changed. */
export function standingProblems(
  { state, good, claim, preview = '' }: Shown,
  id: string,
  settings: Settings,
  siteUrl: string,
): Problem[] {
  const { date, expires } = good.source;
  const it = claim.newest === good.version ? 'It' : 'The earlier version';
  const read = `Read it at ${previewUrl(settings, siteUrl, id, preview)}`;
  switch (state) {
    case 'live':
      return [];
    case 'draft': {
      const message = `${it} is a draft: nothing is live at /${addressOf(id)}.`;
      return [warning(start, 'draft', message, `${read} and delete “status” to publish it.`)];
    }
    case 'scheduled': {
      const until = `until then nothing is at /${addressOf(id)}, no version of before either`;
      const message = `${it} goes live at ${date} (${settings.timeZone}); ${until}.`;
      const advice = `${read} and write an earlier date to publish it sooner.`;
      return [warning(start, 'scheduled', message, advice)];
    }
    case 'expired': {
      const message = `${it} expired at ${expires} (${settings.timeZone}): nothing is live at /${addressOf(id)}.`;
      const advice = 'Write a later “expires”, or delete it, to bring it back.';
      return [warning(start, 'expired', message, advice)];
    }
  }
}

/** A draft whose address another file has: there is one preview for each address. */
export function hiddenDraft(shown: Shown): Problem {
  const message = 'It is a draft, and nothing of it is live.';
  const advice = `It has no preview, because ${shown.claim.key} has the same address.`;
  return warning(start, 'draft', message, advice);
}
