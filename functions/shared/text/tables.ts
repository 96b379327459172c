import type { StateCore } from 'markdown-it';

/** The parser aligns columns with a style attribute, which the Content-Security-Policy forbids. */
export function tables({ tokens }: StateCore): void {
  for (const token of tokens) {
    if (token.tag !== 'th' && token.tag !== 'td') continue;
    const [, side] = /text-align:\s*(\w+)/.exec(String(token.attrGet('style') ?? '')) ?? [];
    token.attrs = side ? [['class', `align-${side}`]] : null;
  }
}
