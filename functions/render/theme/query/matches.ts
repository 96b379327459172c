import type { Post } from '../ghost/post.ts';
import type { Filter, Operator, Value } from './filter.ts';

const slugs = (refs: { slug: string }[]) => refs.map(({ slug }) => slug);

/** What a filter may ask of a post. A post may have several values of a kind, such as tags. */
const fields: Record<string, (post: Post) => Value[]> = {
  id: ({ id }) => [id],
  slug: ({ slug }) => [slug],
  title: ({ title }) => [title],
  featured: ({ featured }) => [featured],
  visibility: ({ visibility }) => [visibility],
  published_at: ({ published_at }) => [published_at],
  updated_at: ({ updated_at }) => [updated_at],
  feature_image: ({ feature_image }) => [feature_image],
  tag: ({ tags }) => slugs(tags),
  tags: ({ tags }) => slugs(tags),
  primary_tag: ({ primary_tag }) => [primary_tag?.slug ?? null],
  author: ({ authors }) => slugs(authors),
  authors: ({ authors }) => slugs(authors),
  primary_author: ({ primary_author }) => [primary_author?.slug ?? null],
};

/** @throws SyntaxError when the filter asks for something that posts do not have here */
export function matches(filter: Filter, post: Post): boolean {
  switch (filter.kind) {
    case 'all':
      return filter.of.every((each) => matches(each, post));
    case 'any':
      return filter.of.some((each) => matches(each, post));
    case 'is': {
      const { key, not, operator, values } = filter;
      const found = Object.hasOwn(fields, key) ? fields[key]?.(post) : undefined;
      if (!found) throw new SyntaxError(`Posts cannot be filtered by "${key}"`);
      const compare = key.endsWith('_at') ? compareDates : compareValues;
      return not !== values.some((value) => found.some((one) => compare(one, operator, value)));
    }
  }
}

/** Dates are compared as moments in time, because one may be written with another offset. */
function compareDates(left: Value, operator: Operator, right: Value): boolean {
  const [a, b] = [Date.parse(String(left)), Date.parse(String(right))];
  if (Number.isNaN(b)) throw new SyntaxError(`"${right}" is not a date`);
  return compareValues(a, operator, b);
}

function compareValues(left: Value, operator: Operator, right: Value): boolean {
  if (operator === '=') return left === right;
  if (operator.startsWith('~')) return containsText(String(left), operator, String(right));
  if (left === null || right === null) return false;
  if (operator.startsWith('>')) return left > right || (operator === '>=' && left === right);
  return left < right || (operator === '<=' && left === right);
}

/** Upper and lower case are the same, as in Ghost's database. */
function containsText(left: string, operator: Operator, right: string): boolean {
  const [text, part] = [left.toLowerCase(), right.toLowerCase()];
  if (operator === '~^') return text.startsWith(part);
  return operator === '~$' ? text.endsWith(part) : text.includes(part);
}
