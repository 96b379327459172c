import type { MemoryObjects } from '../../functions/shared/memory-objects.ts';
import type { Objects } from '../../functions/shared/objects.ts';
import { reserve, type settle } from '../../functions/shared/settle.ts';
import { at, but, type Fault, forgets } from './bending.ts';
import { imageFaults } from './image-faults.ts';
import { listFaults } from './list-faults.ts';
import { moveFaults } from './move-faults.ts';
import type { Bend } from './parts.ts';
import { settingsFaults } from './settings-faults.ts';
import { timeFaults } from './time-faults.ts';

export type { Fault };

function rechecksNothingOn(kind: string): Bend {
  return at('route', ({ toIngest }, { changes }) => ({
    toIngest: async (messages) => {
      if (!changes.some((change) => change.kind === kind)) await toIngest(messages);
    },
  }));
}

/** Puts whatever is there: the token means nothing. */
function careless(store: Objects): Objects {
  return but(store, {
    put: async (key, object) => Boolean(await (store as MemoryObjects).upload(key, object)),
  });
}

/** Ends as soon as it wrote, and does not look whether that was right. */
const settleOnce: typeof settle = async (objects, key, produce) => {
  for (;;) {
    const bring = await reserve(objects, key);
    const outcome = await bring(await produce());
    if (outcome !== 'overtaken') return { written: outcome === 'written', removed: false };
  }
};

const settleLate: typeof settle = async (objects, key, produce) => {
  for (;;) {
    const wanted = await produce();
    const bring = await reserve(objects, key);
    if ((await bring(wanted)) === 'same') return { written: true, removed: false };
  }
};

let renders = 0;

/** Each is one line of the code gone wrong. */
export const usualFaults: Record<string, Fault> = {
  'render puts without comparing the token': {
    shows: 'in growth',
    bend: at('render', ({ site }) => ({ site: careless(site) })),
  },
  'render takes the token after the state': { shows: 'in growth', settle: settleLate },
  'render does not look again after a write': { shows: 'in meetings', settle: settleOnce },
  'ingest saves without comparing the revision': {
    shows: 'in growth',
    bend: at('ingest', ({ catalog }) => ({
      catalog: but(catalog, {
        async saveArticle(record, previous) {
          for (;;) {
            const revision = ((await catalog.article(record.id))?.revision ?? 0) + 1;
            if (await catalog.saveArticle({ ...record, revision }, previous)) return true;
          }
        },
      }),
    })),
  },
  'route forgets the tag pages': { shows: 'anywhere', bend: forgets(/^tag\/[^/]+\/$/) },
  'route forgets the month pages': { shows: 'anywhere', bend: forgets(/\/\d{4}\/\d{2}\/$/) },
  'route forgets the feed': { shows: 'anywhere', bend: forgets(/^feed\.xml$/) },
  'route forgets the months beside one that came or went': {
    shows: 'anywhere',
    bend: at('route', ({ catalog }) => ({
      catalog: but(catalog, { neighbours: async () => ({}) }),
    })),
  },
  'route leaves pages alone whose article is gone': {
    shows: 'anywhere',
    bend: at('route', ({ toRender }) => ({
      toRender: (messages) => toRender(messages.filter((one) => !('purge' in one && one.purge))),
    })),
  },
  'route does not have replies counted again': {
    shows: 'in meetings',
    bend: rechecksNothingOn('reply'),
  },
  'route does not have the users of an image looked at again': {
    shows: 'in meetings',
    bend: rechecksNothingOn('image'),
  },
  'render does not tell the CDN of what disappeared': {
    shows: 'anywhere',
    bend: at('render', () => ({ toPurge: async () => {} })),
  },
  'render shows the newest version and not the good one': {
    shows: 'anywhere',
    bend: at('render', ({ content }) => ({
      content: but(content, { get: (key) => content.get(key) }),
    })),
  },
  'a page depends on when it was rendered': {
    shows: 'anywhere',
    bend: at('render', () => ({ siteUrl: `https://galley.example/?${++renders}` })),
  },
  'ingest does not look at everything again when site.yaml changed': {
    shows: 'anywhere',
    bend: at('ingest', () => ({ toIngest: async () => {} })),
  },
  'ingest looks at the first files again and forgets the others': {
    shows: 'anywhere',
    bend: at('ingest', ({ toIngest }) => ({
      toIngest: (messages) =>
        toIngest(messages.filter((one) => !('everyKeyAfter' in one && one.everyKeyAfter))),
    })),
  },
  'render names the pages of the first articles and forgets the others': {
    shows: 'in redesigns',
    bend: at('render', ({ toRender }) => ({
      toRender: (messages) =>
        toRender(messages.filter((one) => !('everyPageAfter' in one && one.everyPageAfter))),
    })),
  },
  'ingest does not note which images an article shows': {
    shows: 'in meetings',
    bend: at('ingest', ({ catalog }) => ({
      catalog: but(catalog, { noteUse: async () => {} }),
    })),
  },
  'ingest adds replies up as it hears of them': {
    shows: 'in meetings',
    bend: countsOnDelivery(),
  },
};

/** Those, and one for each rule of images, lists, moves, settings and time: some take a minute to be noticed. */
export const faults: Record<string, Fault> = {
  ...usualFaults,
  ...imageFaults,
  ...listFaults,
  ...moveFaults,
  ...settingsFaults,
  ...timeFaults,
};

/** The number of replies as a step that is not level-triggered would keep it. */
function countsOnDelivery(): Bend {
  const counts = new WeakMap<object, Map<string, number>>();
  return (step, parts, { changes, newsroom }) => {
    const count = counts.get(newsroom) ?? new Map<string, number>();
    counts.set(newsroom, count);
    for (const change of changes) {
      if (change.kind !== 'reply' || !change.after) continue;
      const { article, state } = change.after;
      const step = Number(state === 'approved') - Number(change.before?.state === 'approved');
      count.set(article, (count.get(article) ?? 0) + step);
    }
    if (step !== 'ingest') return {};
    return { comments: but(parts.comments, { countApproved: async (id) => count.get(id) ?? 0 }) };
  };
}
