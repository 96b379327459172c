import type { Safe } from '../handlebars.ts';
import type { Context, Options } from '../helper.ts';
import { linkedNames } from '../linked-names.ts';

/** `{{tags separator=" | " from="2" limit="3"}}`: names of the tags, each a link to the tag's page. */
export function tags(this: Context, { hash }: Options): Safe {
  return linkedNames(this.tags, hash);
}
