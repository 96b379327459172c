/** Ghost knows what a thing is by the keys it has of its own, even when they are empty. */
function hasAll(thing: unknown, keys: string[]): boolean {
  return (
    typeof thing === 'object' && thing !== null && keys.every((key) => Object.hasOwn(thing, key))
  );
}

export function isPost(thing: unknown): boolean {
  return hasAll(thing, ['html', 'title', 'slug']);
}

export function isNewsletter(thing: unknown): boolean {
  return hasAll(thing, ['name', 'subscribe_on_signup', 'visibility']);
}
