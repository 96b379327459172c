import { at, but, type Fault } from './bending.ts';

/** Mistakes with the settings, the pictures that they show and the authors. */
export const settingsFaults: Record<string, Fault> = {
  'ingest does not note which pictures the settings show': {
    shows: 'in mastheads',
    bend: at('ingest', ({ catalog }) => ({
      catalog: but(catalog, {
        noteUse: async (subject, id) => {
          if (id !== 'site.yaml') await catalog.noteUse(subject, id);
        },
      }),
    })),
  },
  'ingest does not look at bylines again when authors.yaml changed': {
    shows: 'in rosters',
    bend: at('ingest', () => ({ toIngest: async () => {} })),
  },
  'ingest shows the newest authors.yaml and not the good one': {
    shows: 'in rosters',
    bend: at('ingest', ({ content }) => ({
      content: but(content, {
        versions: async (key) => {
          const versions = await content.versions(key);
          return key === 'authors.yaml' ? versions.slice(0, 1) : versions;
        },
      }),
    })),
  },
};
