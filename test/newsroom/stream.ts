import type { Change } from '../../functions/route/route.ts';
import type { Listener } from '../../functions/shared/memory-catalog.ts';

/** A change in the catalog as its table's stream tells it. */
export function changeInCatalog({ before, after }: Parameters<Listener>[0]): Change {
  const kind = 'settings' in after ? 'settings' : 'kind' in after ? 'article' : 'image';
  return { kind, ...(before ? { before } : {}), after } as Change;
}

/** The record that a change is about: a stream keeps the order of changes to one record, and no other. */
export function recordOf(change: Change): string {
  const record = change.after ?? change.before;
  const name = record && ('id' in record ? record.id : 'key' in record ? record.key : '');
  return `${change.kind} ${name}`;
}
