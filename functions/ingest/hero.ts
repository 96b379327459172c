import { imageKey } from '../shared/links.ts';
import type { Problem } from '../shared/model.ts';
import { type Field, mapOf, requiredText, textOf } from './fields.ts';
import { heroKeys } from './front-matter-shape.ts';
import { imageProblem } from './image-path.ts';
import { type At, error } from './problems.ts';
import type { Reading } from './yaml.ts';

/** The image above an article. `key` is that of the original, for example `images/wall.jpg`. */
export type Hero = { key: string; alt: string; caption?: string; credit?: string };

/** An image nobody can see needs words: `alt` is required and not empty. */
export function heroOf(field: Field | undefined, reading: Reading): Hero | undefined {
  const hero = mapOf(field, reading, { known: Object.keys(heroKeys) });
  if (!field || !hero) return undefined;
  const src = requiredText(hero.src, reading, heroKeys.src.longest, noImage(field.key));
  const alt = requiredText(hero.alt, reading, heroKeys.alt.longest, noWords(field.key));
  const caption = textOf(hero.caption, reading, heroKeys.caption.longest);
  const credit = textOf(hero.credit, reading, heroKeys.credit.longest);
  const problem = hero.src && src !== undefined && imageProblem(hero.src.value, src);
  if (problem) reading.problems.push(problem);
  const key = imageKey(src ?? '');
  if (!key || !alt) return undefined;
  return { key, alt, ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
}

function noImage(at: At): Problem {
  const advice = 'Add “src: images/wall.jpg” below “hero:”, indented by two blanks.';
  return error(at, 'missing-key', 'The hero has no image.', advice);
}

function noWords(at: At): Problem {
  const advice = 'Add “alt:” with what the image shows, for readers who cannot see it.';
  return error(at, 'hero-without-alt', 'The hero has no alternative text.', advice);
}
