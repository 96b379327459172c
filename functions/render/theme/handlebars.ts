import runtime from 'handlebars/runtime.js';
import type { Helper } from './helper.ts';
import type { Precompiled } from './precompiled.ts';

export type Template = (context: unknown, options: { data: unknown }) => string;

export type Engine = {
  helpers: Record<string, Helper>;
  registerHelper(name: string, helper: Helper): void;
  registerPartial(name: string, template: Template): void;
  unregisterPartial(name: string): void;
  template(spec: Precompiled): Template;
};

/** HTML that `{{ }}` prints as it is. `string` is what it was made of. */
export type Safe = { readonly string: unknown; toHTML(): string; toString(): string };

/**
 * What Galley uses of the runtime, which is the part of Handlebars that runs precompiled templates and cannot
 * compile any (rule 12). Its published types are those of the whole package.
 */
export const handlebars = runtime as unknown as {
  create(): Engine;
  SafeString: new (html: string | boolean) => Safe;
  Utils: {
    escapeExpression(value: unknown): string;
    extend<T extends object>(target: T, ...sources: object[]): T;
  };
};

// The runtime's own looks at each property by itself, when partials are called with attributes: a tenth of a list's time.
handlebars.Utils.extend = Object.assign;

/** A copy of the `@` variables for the inside of a block, as the runtime makes it. */
export function frameWithin<T extends object>(frame: T): T & { _parent: T } {
  return { ...frame, _parent: frame };
}

/** As `{{ }}` escapes: safe values are left alone, nothing at all becomes an empty text. */
export const escapeText = handlebars.Utils.escapeExpression;

/**
 * Marks text as HTML. Whoever calls this has escaped each part, or got it from `articleHtml` or `replyHtml`, which
 * write nothing but allowed elements (rule 9).
 */
export function markSafe(html: string): Safe {
  return new handlebars.SafeString(html);
}

/** A yes or no that prints `true` or `false`; `unwrapped` gives it back. */
export function yesOrNo(yes: boolean): Safe {
  return new handlebars.SafeString(yes);
}

/** As other helpers see it, it is plain text; what `{{ }}` prints of it is escaped. */
class Written extends handlebars.SafeString {
  readonly #html: string;

  constructor(text: string, html: string) {
    super(text);
    this.#html = html;
  }

  override toHTML(): string {
    return this.#html;
  }
}

/**
 * Pieces of text in one. Ghost marks such text as safe, so that `=` in an address stays as it is; here the characters
 * that make markup are escaped all the same, because the pieces are often what a writer typed.
 */
export function written(pieces: unknown[], separator = ''): Safe {
  const html = pieces.map(escapeMarkup).join(escapeMarkup(separator));
  return new Written(pieces.join(separator), html);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

function escapeMarkup(piece: unknown): string {
  if (isSafe(piece)) return piece.toHTML();
  return String(piece ?? '').replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

export function isSafe(value: unknown): value is Safe {
  return value instanceof handlebars.SafeString;
}

/** A safe value as the text it was made of; all others as they are. */
export function unwrapped(value: unknown): unknown {
  return isSafe(value) ? value.string : value;
}
