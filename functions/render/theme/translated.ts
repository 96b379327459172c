import { locales } from 'galley:theme';

/** A text of the theme as `locales/<language>.json` has it, else as it stands; `{name}` is filled in. */
export function translated(
  text: string,
  locale: string,
  values: Record<string, unknown> = {},
): string {
  const [language = ''] = locale.split('-');
  const texts = locales[locale] ?? locales[language] ?? locales.en ?? {};
  const found = (Object.hasOwn(texts, text) && texts[text]) || text;
  return found.replace(/\{\s*(\w+)\s*\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
