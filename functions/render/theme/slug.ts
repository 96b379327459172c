import slugify from '@sindresorhus/slugify';

/** A label as a part of an address or a class: `Über uns` is `ueber-uns`. */
export function slugOf(label: string): string {
  return slugify(label, { decamelize: false });
}
