import * as v from 'valibot';
import { ThemeError } from './theme-error.ts';
import { type ThemeFiles, textOf } from './theme-files.ts';

const setting = v.looseObject({ type: v.string(), default: v.optional(v.unknown()) });

/** What Galley reads of a theme's package.json; Ghost's own rules about it are gscan's to check. */
const packageShape = v.looseObject({
  name: v.string(),
  version: v.string(),
  config: v.looseObject({
    posts_per_page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 5),
    image_sizes: v.optional(
      v.record(
        v.string(),
        v.object({ width: v.optional(v.number()), height: v.optional(v.number()) }),
      ),
      {},
    ),
    custom: v.optional(v.record(v.string(), setting), {}),
  }),
  galley: v.optional(
    v.object({
      stylesheet: v.optional(v.string(), 'assets/css/screen.css'),
      text_images: v.optional(v.string(), '100vw'),
    }),
    {},
  ),
});

export type ThemePackage = v.InferOutput<typeof packageShape>;

/** @throws ThemeError when package.json is missing, not JSON or lacks what Galley needs */
export function readPackage(files: ThemeFiles): ThemePackage {
  const found = v.safeParse(packageShape, readJson(files, 'package.json'));
  if (found.success) return found.output;
  const [issue] = found.issues;
  const reason = `"${v.getDotPath(issue) ?? 'package.json'}": ${issue.message}.`;
  throw new ThemeError({ file: 'package.json', line: 1, column: 1 }, reason);
}

/** Texts of each language in `locales/`, by language and key. */
export function readLocales(files: ThemeFiles): Record<string, Record<string, string>> {
  const locales: Record<string, Record<string, string>> = {};
  for (const file of files.keys()) {
    const language = /^locales\/([\w-]+)\.json$/.exec(file)?.[1];
    if (!language) continue;
    const found = v.safeParse(v.record(v.string(), v.string()), readJson(files, file));
    if (!found.success) {
      const reason =
        'A locale file maps each text of the theme to its translation, both in quotes.';
      throw new ThemeError({ file, line: 1, column: 1 }, reason);
    }
    locales[language] = found.output;
  }
  return locales;
}

function readJson(files: ThemeFiles, file: string): unknown {
  try {
    return JSON.parse(textOf(files, file));
  } catch (cause) {
    if (cause instanceof ThemeError) throw cause;
    const reason = `This is not JSON: ${(cause as Error).message}.`;
    throw new ThemeError({ file, line: 1, column: 1 }, reason, cause);
  }
}
