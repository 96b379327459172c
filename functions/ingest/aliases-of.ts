import type { Catalog } from '../shared/catalog.ts';
import { subjects } from '../shared/layout.ts';
import { type ArticleRecord, addressOf, type Problem } from '../shared/model.ts';
import type { Alias } from './aliases.ts';
import { error } from './problems.ts';
import type { Shown } from './shown.ts';

/**
 * What keeps the former addresses of a file from leading to it. It is published all the same.
 *
 * That it names them is noted before anything is read or saved: whichever of two that want an address comes second
 * sees the other.
 */
export async function readAliases(
  catalog: Catalog,
  id: string,
  stored: ArticleRecord | undefined,
  { claim, good, state }: Shown,
): Promise<Problem[]> {
  if (state === 'draft') return [];
  const problems = await Promise.all(
    good.source.aliases.map(async (alias) => {
      if (!stored?.aliases?.includes(alias.id)) await catalog.noteUse(subjects.alias(alias.id), id);
      const record = await catalog.article(alias.id);
      return record ? taken(alias, claim.key, record, id) : [];
    }),
  );
  return problems.flat();
}

function taken(alias: Alias, key: string, { key: there, redirect }: ArticleRecord, id: string) {
  const address = `/${addressOf(alias.id)}`;
  if (there) {
    const message = `${address} does not lead to ${key}, because ${there} stands there.`;
    const advice = `Delete ${there} if it has moved here, or take the address out of this list.`;
    return [error(alias, 'alias-taken', message, advice)];
  }
  if (!redirect || redirect.to === id) return [];
  const message = `Both ${key} and ${redirect.key} were at ${address}, as they say; ${redirect.key} said so first.`;
  const advice = 'Take the address out of one of the two; it leads to the other one then.';
  return [error(alias, 'alias-taken', message, advice)];
}
