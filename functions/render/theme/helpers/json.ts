import { isSafe, markSafe, type Safe } from '../handlebars.ts';
import { unpack } from '../helper.ts';

/** Would end the element or the line that the JSON stands in, or an attribute in single quotes. */
const dangerous = /[<>&'\u2028\u2029]/g;

/** `<script type="application/json">{{json post}}</script>`, `{{json title=title url=(url)}}`: a value as JSON. */
export function json(...called: unknown[]): Safe {
  const { args, options } = unpack(called);
  const { hash } = options;
  const value = args.length > 0 && Object.keys(hash).length === 0 ? args[0] : hash;
  const written = JSON.stringify(value, plain) ?? 'null';
  return markSafe(written.replace(dangerous, asEscape));
}

/** Safe values are written as the text that they hold. */
function plain(_key: string, value: unknown): unknown {
  return isSafe(value) ? value.string : value;
}

function asEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
