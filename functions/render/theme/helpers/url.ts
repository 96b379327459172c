import { type Safe, written } from '../handlebars.ts';
import { type Context, isOn, type Options } from '../helper.ts';

/** `{{url}}`, `{{url absolute="true"}}`: the address of the post, tag, author or link of the navigation. */
export function url(this: Context, { hash, data }: Options): Safe | string {
  const address = String(this.url ?? this.relativeUrl ?? '/');
  const isPath = address.startsWith('/') && !address.startsWith('//');
  const full = isOn(hash.absolute) && isPath ? `${data.galley.site.url}${address}` : address;
  return plain.test(full) ? full : written([encoded(full)]);
}

/** An address of nothing but signs that stay as they are, in an address and in HTML. */
const plain = /^[\w\-./~:?#+,;@!$*()]*$/;

function encoded(address: string): string {
  try {
    return encodeURI(decodeURI(address)).replaceAll('%5B', '[').replaceAll('%5D', ']');
  } catch (cause) {
    // A stray percent sign: no address is better than one that leads somewhere else.
    if (cause instanceof URIError) return '';
    throw cause;
  }
}
