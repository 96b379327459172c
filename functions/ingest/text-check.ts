import { tooLarge } from '../shared/claim.ts';
import type { Problem } from '../shared/model.ts';
import { unifyLines } from '../shared/source-text.ts';
import { error, placesIn } from './problems.ts';

/**
 * Controls have no meaning in a text, and XML 1.0 (the feed) forbids most of them; U+FFFE and U+FFFF too.
 * U+0080 to U+009F in a text are nearly always Windows-1252 that was taken for Latin-1.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]/;

/** Bytes as text with unified line ends, or why they are not a text. */
export function readText(
  bytes: Uint8Array,
  maximum: number,
): { text: string } | { problems: Problem[] } {
  if (bytes.length > maximum) return { problems: [tooLarge(bytes.length, maximum)] };
  const text = decode(bytes);
  if (text === undefined) return { problems: [notUtf8(bytes)] };
  const unified = unifyLines(text);
  const bad = forbidden.exec(unified);
  if (bad) return { problems: [badCharacter(unified, bad.index)] };
  return { text: unified };
}

/** Where the first character stands that no string may hold; -1 when all are fine. */
export function badCharacterIn(value: string): number {
  const index = value.search(forbidden);
  return index === -1 && !value.isWellFormed() ? 0 : index;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    // The only thing a fatal decoder throws for is what is asked here.
    return undefined;
  }
}

function notUtf8(bytes: Uint8Array): Problem {
  const [first, second] = bytes;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const before = utf16 ? '' : validStart(bytes);
  const byte = bytes[new TextEncoder().encode(before).length] ?? 0;
  const text = unifyLines(before);
  return error(
    placesIn(text)(text.length),
    'not-utf-8',
    utf16
      ? 'The file is written in UTF-16.'
      : `The byte 0x${byte.toString(16).padStart(2, '0').toUpperCase()} here is not UTF-8.`,
    'Save the file with the encoding UTF-8 and upload it again.',
  );
}

/** All text before the first byte that is not UTF-8. A U+FFFD that the author wrote does not end it. */
function validStart(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    offset += encoder.encode(text.slice(from, at)).length;
    const written =
      bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!written) return text.slice(0, at);
    from = at;
  }
  return text;
}

function badCharacter(text: string, index: number): Problem {
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return error(
    placesIn(text)(index),
    'bad-characters',
    `Here is an invisible control character (U+${code}).`,
    'Delete it; pasting the passage as plain text often helps.',
  );
}
