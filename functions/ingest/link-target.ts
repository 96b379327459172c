import { content, reservedNames } from '../shared/layout.ts';
import { imageKey } from '../shared/links.ts';
import type { Settings } from '../shared/model.ts';
import { parsePage } from '../shared/pages.ts';
import { placeOf } from './places.ts';

/** Files that are served and that no page name stands for. */
const otherFiles = /^(?:consent\.css$|\.well-known\/)/;

/**
 * What a path of this site can lead to, as far as the path and the settings tell: the address of an article or
 * standing page, which the catalog knows; `nowhere`; or something that is taken to be there, because it comes and
 * goes with the articles: feeds, tags, authors, archives.
 *
 * @param path without slashes at its ends; empty for home
 */
export function linkTarget(
  path: string,
  settings: Settings,
): { id: string } | 'somewhere' | 'nowhere' {
  const id = path.replace(/(?:^|\/)index\.html$/, '');
  if (id === '' || otherFiles.test(id)) return 'somewhere';
  const [first = '', second] = id.split('/');
  if (first === 'section') {
    const sections = [...settings.sections, ...settings.retiredSections];
    return sections.some(({ slug }) => slug === second) ? 'somewhere' : 'nowhere';
  }
  if (imageKey(id)) return 'nowhere';
  if ((reservedNames as readonly string[]).includes(first)) return 'somewhere';
  if (parsePage(id).kind !== 'address') return 'somewhere';
  return 'id' in placeOf(`${content.articles}${id}.md`) ? { id } : 'nowhere';
}
