import type { ArticleRecord } from '../../functions/shared/model.ts';
import { at, but, type Fault, forgets } from './bending.ts';

/** What waits for its time comes and goes by itself only where each of these holds. */
export const timeFaults: Record<string, Fault> = {
  'ingest asks for no timer': {
    shows: 'in schedules',
    bend: at('ingest', () => ({ toTimers: async () => {} })),
  },
  'ingest asks for a timer only when it saved something': {
    shows: 'in schedules',
    bend: at('ingest', ({ catalog, toTimers }) => {
      let saved = false;
      const saveArticle: typeof catalog.saveArticle = async (...given) => {
        const holds = await catalog.saveArticle(...given);
        saved ||= holds;
        return holds;
      };
      return {
        catalog: but(catalog, { saveArticle }),
        toTimers: async (messages) => (saved ? toTimers(messages) : undefined),
      };
    }),
  },
  'route leaves timers that nobody needs any more': {
    shows: 'in schedules',
    bend: at('route', () => ({ toTimers: async () => {} })),
  },
  'route forgets the previews': { shows: 'in schedules', bend: forgets(/^preview\//) },
  'whoever changed a timer does not look again': {
    shows: 'in schedules',
    bend: at('timers', ({ catalog }) => {
      let known: Promise<ArticleRecord | undefined> | undefined;
      return {
        catalog: but(catalog, {
          article: async (id) => {
            known ??= catalog.article(id);
            return known;
          },
        }),
      };
    }),
  },
  'what is due within a minute has no timer': {
    shows: 'in schedules',
    bend: at('timers', () => ({ toIngestLater: async () => {} })),
  },
};
