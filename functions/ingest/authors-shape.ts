import { pictureKeys } from './settings-shape.ts';
import { type Keys, linkKeys, slugPattern } from './shape.ts';

/** What `authors.yaml` says of each author. */
export const authorKeys = {
  name: { is: 'text', longest: 100, required: true },
  slug: { is: 'text', longest: 100, pattern: slugPattern },
  bio: { is: 'text', longest: 1000 },
  picture: { is: 'group', keys: pictureKeys },
  links: { is: 'list', most: 20, of: { is: 'group', keys: linkKeys } },
} as const satisfies Keys;
