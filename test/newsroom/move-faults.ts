import type { Change } from '../../functions/route/route.ts';
import type { RenderMessage } from '../../functions/shared/messages.ts';
import { at, but, type Fault } from './bending.ts';

/** Uses of one kind are not noted, as if somebody had forgotten the line. */
function notesNo(kind: 'alias' | 'link'): Fault {
  return {
    shows: 'in moves',
    bend: at('ingest', ({ catalog }) => ({
      catalog: but(catalog, {
        async noteUse(subject, id) {
          if (!subject.startsWith(`${kind}/`)) await catalog.noteUse(subject, id);
        },
      }),
    })),
  };
}

/** They are noted, and nobody looks. */
function looksForNo(kind: 'alias' | 'link'): Fault {
  return {
    shows: 'in moves',
    bend: at('route', ({ catalog }) => ({
      catalog: but(catalog, {
        usersOf: async (subject) =>
          subject.startsWith(`${kind}/`) ? [] : await catalog.usersOf(subject),
      }),
    })),
  };
}

function forgetsPages(ofChange: (change: Change) => string[]): Fault {
  return {
    shows: 'in moves',
    bend: at('route', ({ toRender }, { changes }) => ({
      async toRender(messages: RenderMessage[]) {
        const own = changes.map((change) => pageOf(change));
        const pages = changes.flatMap(ofChange).filter((page) => !own.includes(page));
        await toRender(messages.filter((one) => !('page' in one && pages.includes(one.page))));
      },
    })),
  };
}

const recordsOf = (change: Change) =>
  change.kind === 'article' ? [change.before ?? [], change.after ?? []].flat() : [];

const pageOf = (change: Change) => recordsOf(change).map(({ id }) => `${id}/`)[0];

/** What can go wrong where articles move and link to each other. */
export const moveFaults: Record<string, Fault> = {
  'ingest does not note which former addresses a file names': notesNo('alias'),
  'ingest does not note which pages a text links to': notesNo('link'),
  'route does not have the files looked at again that name an address': looksForNo('alias'),
  'route does not have the texts looked at again that link to an address': looksForNo('link'),
  'route does not have former addresses looked at again': {
    shows: 'in moves',
    bend: at('route', ({ toIngest }, { changes }) => ({
      async toIngest(messages) {
        const named = changes.flatMap(recordsOf).flatMap(({ aliases = [] }) => aliases);
        await toIngest(messages.filter((one) => !('id' in one && named.includes(one.id))));
      },
    })),
  },
  'route does not follow replies to where their article is now': {
    shows: 'in moves',
    bend: at('route', ({ catalog }) => ({
      catalog: but(catalog, { article: async () => undefined }),
    })),
  },
  'route forgets the pages that lead to an article': forgetsPages((change) =>
    recordsOf(change).flatMap(({ aliases = [] }) => aliases.map((id) => `${id}/`)),
  ),
  'route forgets the page to which an address led with its replies': forgetsPages((change) =>
    recordsOf(change).flatMap(({ redirect }) => (redirect ? [`${redirect.to}/`] : [])),
  ),
  'changed settings do not reach the pages at former addresses': {
    shows: 'in moves',
    bend: at('render', ({ catalog }) => ({
      catalog: but(catalog, { async *moved() {} }),
    })),
  },
};
