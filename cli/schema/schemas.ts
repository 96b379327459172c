import { authorKeys } from '../../functions/ingest/authors-shape.ts';
import { frontMatterKeys } from '../../functions/ingest/front-matter-shape.ts';
import { siteKeys } from '../../functions/ingest/settings-shape.ts';
import { limits } from '../../functions/shared/layout.ts';
import { frontMatterWords } from './front-matter-words.ts';
import { groupSchema, type Words } from './json-schema.ts';
import { settingsWords } from './settings-words.ts';

export const schemaNames = ['front-matter', 'site', 'authors'] as const;

export type SchemaName = (typeof schemaNames)[number];

const words: Words = new Map([...frontMatterWords, ...settingsWords]);

const titles: Record<SchemaName, string> = {
  'front-matter': 'Front matter of an article or a standing page',
  site: 'site.yaml',
  authors: 'authors.yaml',
};

/** What an editor needs to complete and check a file of a newsroom: a JSON Schema. */
export function schemaOf(name: SchemaName): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: titles[name],
    ...rootOf(name),
  };
}

/** What `npm run schema` writes into `docs/schema/<name>.schema.json`. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(schemaOf(name), undefined, 2)}\n`;
}

function rootOf(name: SchemaName) {
  switch (name) {
    case 'front-matter':
      return groupSchema(frontMatterKeys, words);
    case 'site':
      return groupSchema(siteKeys, words);
    case 'authors':
      return {
        type: ['array', 'null'],
        items: groupSchema(authorKeys, words),
        maxItems: limits.profiles,
      };
  }
}
