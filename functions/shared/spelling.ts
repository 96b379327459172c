import slugify from '@sindresorhus/slugify';

/** Letters, digits and punctuation of which nothing but the letters and digits is left. */
const simple = /^[A-Za-z0-9 ,.:;!?()"/_-]*$/;

/**
 * A name as it is spelt in an address: `Müller & Söhne` is `mueller-and-soehne`. May be empty.
 *
 * Most names and headings need no table of letters, and the library builds its own anew for each: without it, a heading
 * takes a tenth of the time.
 */
export function spelt(name: string): string {
  if (!simple.test(name)) return slugify(name, { decamelize: false });
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
