import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingIds } from '../../../functions/shared/heading-ids.ts';

const root = join(import.meta.dirname, '../../..');

/** Ids that the theme gives out itself, with a reply's number as replies have them. */
const ofTheTheme = ['templates', 'functions/render/theme']
  .flatMap((folder) => globSync(`${folder}/**/*.hbs`, { cwd: root }))
  .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\sid="([^"]*)"/g)])
  .map(([, id = '']) => id.replaceAll(/\{\{[^}]*\}\}/g, '01KB3Y5N8Q7ZT0V6W2X4C9D1EF'));

describe('the ids of headings', () => {
  it('are their words, each once', () => {
    const nextId = headingIds();
    const texts = ['The wall', 'The wall', 'Größe & Co.', '港', 'The wall 2', 'The wall'];
    const ids = ['the-wall', 'the-wall-2', 'groesse-and-co', 'part', 'the-wall-2-2', 'the-wall-3'];
    expect(texts.map(nextId)).toEqual(ids);
  });

  it('are numbered where the page may have them itself', () => {
    const nextId = headingIds();
    expect(['Reply received', 'Help wanted', 'Replies', 'Helpful'].map(nextId)).toEqual([
      'reply-received-2',
      'help-wanted-2',
      'replies-2',
      'helpful',
    ]);
  });

  it('are never one of the theme', () => {
    expect(ofTheTheme.length).toBeGreaterThan(10);
    for (const id of ofTheTheme) {
      const nextId = headingIds();
      const words = id.replace(/-\d+$/, '');
      const texts = [id, id, id.replaceAll('-', ' '), id.toUpperCase(), words, words, words];
      expect(texts.map(nextId), id).not.toContain(id);
      expect(texts.map(headingIds()), id).not.toContain(id.toLowerCase());
    }
  });
});
