import { unwrapped } from '../handlebars.ts';
import type { Context, Frame } from '../helper.ts';

/** Ghost's short forms of what a filter most often needs. */
const short: Record<string, string> = {
  'post.tags': 'post.tags[*].slug',
  'post.author': 'post.author.slug',
};

/** Fills `{{post.id}}` and `{{@site.locale}}` into a filter, several values with commas between them. */
export function fillPaths(filter: unknown, context: Context, frame: Frame): string {
  return String(unwrapped(filter)).replace(/\{\{(.*?)\}\}/g, (_whole, path: string) => {
    const steps = (short[path] ?? path).replaceAll('.[', '[');
    return steps.startsWith('@')
      ? valuesAt(frame, steps.slice(1)).join(',')
      : valuesAt(context, steps).join(',');
  });
}

/** `tags[*].slug`, `tags[0].slug`, `primary_tag.slug`. */
function valuesAt(start: Context, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (found, step) => {
      const [, key = '', index] = /^(\w+)(?:\[(\*|\d+)\])?$/.exec(step) ?? [];
      const values = found.map((each) => own(each, key)).filter((each) => each !== undefined);
      if (index === undefined) return values;
      const lists = values.filter((each) => Array.isArray(each));
      return index === '*' ? lists.flat() : lists.flatMap((list) => list[Number(index)] ?? []);
    },
    [start],
  );
}

function own(value: unknown, key: string): unknown {
  return Object.hasOwn(Object(value), key) ? (value as Context)[key] : undefined;
}
