import type { Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';
import { linkedNames } from '../linked-names.ts';

/** `{{authors separator=", " autolink="false"}}`: the byline, each name a link to the author's page. */
export function authors(this: Context, { hash }: Options): Safe {
  return linkedNames(this.authors, hash);
}
