import type { Surroundings } from './surroundings.ts';

/** What a template calls `this`: a post, a tag, the whole page. */
export type Context = Record<string, unknown>;

/** The context of the outermost template. */
export type Root = Context & {
  /** Ghost's names for the kind of page: `home`, `index`, `paged`, `post`, `page`, `tag`, `author`. */
  context: string[];
  /** Path of the page with leading slash. */
  relativeUrl: string;
};

/** The `@` variables. */
export type Frame = {
  root: Root;
  site: Context;
  config: Context;
  custom: Context;
  member: null;
  /** What helpers know beside Ghost's data; no theme may rely on it. */
  galley: Surroundings;
  [name: string]: unknown;
};

type Block = (
  context: unknown,
  inner?: { data?: unknown; blockParams?: unknown[] | undefined },
) => string;

export type Options = {
  /** The attributes: `limit="3"`. */
  hash: Record<string, unknown>;
  data: Frame;
  /** Both present when the helper was called as a block. */
  fn?: Block;
  inverse?: Block;
};

/** Ghost's helper protocol: positional arguments, then the options. Each helper narrows what it is called with. */
export type Helper = (this: Context, ...args: never[]) => unknown;

/** A block's yes or no; in a place without a block there is nothing to choose. */
export function choose(yes: boolean, context: unknown, { fn, inverse }: Options): string {
  return (yes ? fn?.(context) : inverse?.(context)) ?? '';
}

/** Attributes are text in most themes: `limit="3"`, `absolute="true"`. */
export function isOn(attribute: unknown): boolean {
  return Boolean(attribute) && String(attribute) !== 'false';
}

/** A whole number out of an attribute; undefined when it is none, or zero. */
export function wholeNumber(attribute: unknown): number | undefined {
  return Number.parseInt(String(attribute), 10) || undefined;
}

/** An attribute as text; undefined when it is missing or something else. */
export function textOf(attribute: unknown): string | undefined {
  return typeof attribute === 'string' ? attribute : undefined;
}

/** What a helper that takes any number of arguments was called with: the options come last. */
export function unpack(called: unknown[]): { args: unknown[]; options: Options } {
  return { args: called.slice(0, -1), options: called.at(-1) as Options };
}
