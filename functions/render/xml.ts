/** An element of XML: its name and attributes, and what is in it, which is text or elements that are written already. */
export type Xml = { written: string };

/** Halves of characters are among these: whether a text is looked at more closely. */
const suspicious = /[^\t\n\r -\uD7FF\uE000-\uFFFD]/;
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no way to write most control characters; they are left out. */
function escapeXml(text: string): string {
  const allowed = suspicious.test(text) ? text.replace(forbidden, '') : text;
  return allowed.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}

/**
 * One element with its text.
 *
 * @param attributes those without a value are left out
 */
export function element(
  name: string,
  text: string,
  attributes: Record<string, string | undefined> = {},
): Xml {
  return { written: `${opening(name, attributes)}>${escapeXml(text)}</${name}>` };
}

/** One element with others in it; without any it is closed at once. */
export function group(
  name: string,
  attributes: Record<string, string | undefined>,
  children: Xml[] = [],
): Xml {
  if (children.length === 0) return { written: `${opening(name, attributes)}/>` };
  const lines = children.map((child) => child.written).join('\n');
  return { written: `${opening(name, attributes)}>\n${lines}\n</${name}>` };
}

/** A whole document with its root. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.written}\n`;
}

function opening(name: string, attributes: Record<string, string | undefined>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  );
  return `<${name}${written.join('')}`;
}
