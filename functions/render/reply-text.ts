import markdownIt, { type Token } from 'markdown-it';

/** Deeper than this (quotes in quotes, lists in lists) nobody writes; the text is then shown as it was typed. */
const deepestNesting = 16;

const isWebAddress = (address: string) => /^https?:\/\//i.test(address);

/** Paragraphs, line breaks and nothing else. Rules that are not named here do not run at all. */
const plain = markdownIt('zero', { breaks: true }).enable('newline');

/** The parser's own bound lies far above ours, because it drops what is nested deeper. */
const markdown = markdownIt('zero', { breaks: true, linkify: true, maxNesting: 100 }).enable([
  'autolink',
  'backticks',
  'blockquote',
  'emphasis',
  'escape',
  'fence',
  'link',
  'linkify',
  'list',
  'newline',
]);
markdown.validateLink = isWebAddress;
// An address is shown as typed: decoded, `%20` and look-alike letters would hide where it leads.
markdown.normalizeLinkText = (address) => address;
markdown.linkify
  .set({ fuzzyLink: false, fuzzyEmail: false })
  .add('ftp:', null)
  .add('mailto:', null)
  .add('//', null);

/** Block elements and the marks in a line: the token's name says which tag it becomes. */
const tags: Record<string, string> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  em: 'em',
  strong: 'strong',
  link: 'a',
};

/** Tokens without a partner. */
const leaves: Record<string, (token: Token) => string> = {
  text: (token) => escapeText(token.content),
  softbreak: () => '<br>\n',
  hardbreak: () => '<br>\n',
  code_inline: (token) => `<code>${escapeText(token.content)}</code>`,
  fence: (token) => `<pre><code>${escapeText(token.content)}</code></pre>\n`,
  inline: (token) => write(token.children ?? []),
};

/**
 * A reply as typed becomes HTML: paragraphs, line breaks, emphasis, code, quotations, lists and http(s) links.
 *
 * This file is the sanitiser (rule 9): every tag and attribute of the answer is written here, from an
 * allow-list, and no code changes the HTML afterwards. What is not Markdown of this kind, raw HTML above all, is text.
 *
 * @throws when the parser names something that is not on the list, which no text can bring about
 */
export function replyHtml(text: string): string {
  const tokens = markdown.parse(text.toWellFormed(), {});
  return write(isTooDeep(tokens) ? plain.parse(text.toWellFormed(), {}) : tokens);
}

function isTooDeep(tokens: Token[]): boolean {
  return tokens.some(
    (token) => token.level > deepestNesting || (token.children && isTooDeep(token.children)),
  );
}

function write(tokens: Token[]): string {
  return tokens.map(writeToken).join('');
}

function writeToken(token: Token): string {
  const leaf = leaves[token.type];
  if (leaf) return leaf(token);
  const tag = tags[token.type.replace(/_(open|close)$/, '')];
  if (!tag) throw new Error(`A reply may not contain the Markdown element "${token.type}"`);
  // The paragraphs in a list without blank lines have no tags, only their text.
  if (token.hidden) return '';
  if (token.nesting < 0) return `</${tag}>${token.block ? '\n' : ''}`;
  return `<${tag}${attributes(tag, token)}>`;
}

/** Two attributes exist: where a link leads and with which number a list starts. */
function attributes(tag: string, token: Token): string {
  if (tag === 'a') {
    const address = String(token.attrGet('href'));
    // Whatever the parser let through: no address but a web address leaves here.
    const href = isWebAddress(address) ? ` href="${escapeText(address)}"` : '';
    return `${href} rel="nofollow ugc noopener"`;
  }
  const start = Number(token.attrGet('start') ?? 1);
  return tag === 'ol' && Number.isSafeInteger(start) && start !== 1 ? ` start="${start}"` : '';
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
