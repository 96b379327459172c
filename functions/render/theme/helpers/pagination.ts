import { markSafe, type Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';

/**
 * `{{pagination}}`: draws the partial `pagination` with page, pages, total, limit, next and prev.
 *
 * @throws outside of a list
 */
export function pagination(this: Context, { hash, data }: Options): Safe {
  const { pagination: position } = this as { pagination?: Context };
  if (typeof position !== 'object' || position === null) {
    throw new Error('{{pagination}} has a meaning only where the context is a list of posts');
  }
  for (const name of ['page', 'pages', 'total', 'limit']) {
    if (typeof position[name] !== 'number') throw new Error(`pagination.${name} must be a number`);
  }
  return markSafe(data.galley.partial('pagination', { ...this, ...position, ...hash }, data));
}
