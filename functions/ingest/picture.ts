import type { Catalog } from '../shared/catalog.ts';
import { imageKey } from '../shared/links.ts';
import type { Picture, Problem } from '../shared/model.ts';
import { type Field, mapOf, requiredText, textOf } from './fields.ts';
import { imageProblem } from './image-path.ts';
import { type KnownImages, knownImages, notThere } from './known-images.ts';
import { type At, error, warning } from './problems.ts';
import { pictureKeys } from './settings-shape.ts';
import type { Reading } from './yaml.ts';

/** A picture as settings name it: by its original, with the place where they do. */
export type Named = { key: string; alt: string; at: At };

/** @param words the alternative text of a picture that has none: the name of whom or what it shows */
export function namedPicture(
  field: Field | undefined,
  reading: Reading,
  words: string,
): Named | undefined {
  const fields = mapOf(field, reading, { known: Object.keys(pictureKeys) });
  if (!field || !fields) return undefined;
  const src = requiredText(fields.src, reading, pictureKeys.src.longest, noFile(field));
  const alt = textOf(fields.alt, reading, pictureKeys.alt.longest) ?? words;
  const problem = fields.src && src !== undefined && imageProblem(fields.src.value, src);
  if (problem) reading.problems.push(problem);
  const key = imageKey(src ?? '');
  return key && fields.src ? { key, alt, at: fields.src.value } : undefined;
}

function noFile({ key, name }: Field): Problem {
  const advice = `Add “src: images/picture.jpg” below “${name}:”, indented by two blanks.`;
  return error(key, 'missing-key', `“${name}” has no image.`, advice);
}

/** Looks the originals up. @param note as of `knownImages` */
export function readPictures(
  catalog: Catalog,
  named: Named[],
  note: (key: string) => Promise<void> = async () => {},
): Promise<KnownImages> {
  return knownImages(catalog, [...new Set(named.map(({ key }) => key))].sort(), note);
}

export function pictureOf(named: Named | undefined, known: KnownImages): Picture | undefined {
  const info = named && known.get(named.key);
  return info ? { ...info, alt: named.alt } : undefined;
}

/** What a report says of pictures that are not there. */
export function missingPictures(named: Named[], known: KnownImages): Problem[] {
  return named
    .filter(({ key }) => !known.get(key))
    .map(({ key, at }) =>
      warning(
        at,
        'missing-image',
        notThere(key),
        `Upload it as ${key}; the site does without it and shows it when it comes.`,
      ),
    );
}
