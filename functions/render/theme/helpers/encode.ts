import { unwrapped } from '../handlebars.ts';

/** `<a href="mailto:?subject={{encode title}}">`: text as a part of an address. */
export function encode(text: unknown): string {
  const typed = unwrapped(text);
  return typeof typed === 'string' ? encodeURIComponent(typed.toWellFormed()) : '';
}
