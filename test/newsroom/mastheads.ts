import fc from 'fast-check';
import { anyAuthors } from './authors.ts';
import { historyOf, upload } from './histories.ts';
import { anyImage, anySource, usualSettings } from './sources.ts';

const texts = ['articles/2026/11/wall.md', 'articles/2026/11/ferry.md'];
const images = ['images/wall.png', 'images/quay.png'];
const files = [...images, 'site.yaml', 'authors.yaml'];
const logo = 'logo: {src: images/quay.png}\n';

/** The settings of one site, with their two files and the pictures that they show, again and again. */
export const anyMasthead = historyOf(fc.constant([]), 8, [
  [3, upload(fc.constantFrom(...images), anyImage)],
  [3, upload(fc.constant('site.yaml'), fc.constantFrom(usualSettings, usualSettings + logo))],
  [3, upload(fc.constant('authors.yaml'), anyAuthors)],
  [1, upload(fc.constantFrom(...texts), anySource)],
  [1, fc.record({ do: fc.constant('delete'), key: fc.constantFrom(...files) })],
]);

/** Bylines, and authors who come and go while nothing else changes. */
export const anyRoster = historyOf(fc.constant([]), 6, [
  [2, upload(fc.constantFrom(...texts), anySource)],
  [2, upload(fc.constant('authors.yaml'), anyAuthors)],
]);
