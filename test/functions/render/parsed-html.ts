import sanitizeHtml from 'sanitize-html';

export type ParsedElement = { name: string; attributes: Record<string, string> };

/**
 * What a parser that is not ours finds in a piece of HTML: its elements in order, and its text as a reader sees it,
 * white space collapsed. Scripts and style sheets are no text.
 */
export function parsed(html: string): { elements: ParsedElement[]; text: string } {
  const text = sanitizeHtml(html, {
    allowedTags: [],
    allowedAttributes: {},
    nonTextTags: ['script', 'style'],
  });
  return { elements: elementsOf(html), text: collapse(decoded(text)) };
}

export function elementsOf(html: string): ParsedElement[] {
  const elements: ParsedElement[] = [];
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    // A copy, because the sanitiser goes on to take dangerous addresses out of what it hands over.
    onOpenTag: (name, attributes) => elements.push({ name, attributes: { ...attributes } }),
  });
  return elements;
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
