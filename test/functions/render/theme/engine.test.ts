import * as theme from 'galley:theme';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../../functions/render/theme/engine.ts';
import type { Frame } from '../../../../functions/render/theme/helper.ts';
import { compiled } from '../../../infra/build/themes.ts';

const root = { context: [], relativeUrl: '/', title: 'The <wall>' };
const frame = { site: {}, config: {}, custom: {}, member: null } as unknown as Frame;

async function rendered(name: string, files: Record<string, string>): Promise<string> {
  return createEngine(await compiled(files)).renderTemplate(name, root, frame);
}

describe('the engine', () => {
  it('puts each layout around what is within, which is escaped once', async () => {
    const html = await rendered('post', {
      'post.hbs': '{{!< inner}}{{title}}!',
      'inner.hbs': '{{!< default}}<b>{{body}}</b>',
      'default.hbs': '<main>{{{body}}}</main>',
    });
    expect(html).toBe('<main><b>The &lt;wall&gt;!</b></main>');
  });

  it('draws a template without a layout alone', async () => {
    expect(await rendered('index', { 'index.hbs': 'alone' })).toBe('alone');
  });

  it('prefers the theme’s own partial to the one that a helper brings along', async () => {
    const files = { 'index.hbs': '{{> navigation}}.', 'partials/navigation.hbs': 'own' };
    expect(await rendered('index', files)).toBe('own.');
    expect(Object.keys(theme.builtins)).toContain('navigation');
  });

  it('draws the block of a dynamic partial that the theme does not have', async () => {
    const files = {
      'index.hbs':
        '{{#> (concat "icons/" title)}}none{{/undefined}} {{#> (concat "icons/" "sea")}}none{{/undefined}}.',
      'partials/icons/sea.hbs': 'sea',
    };
    expect(await rendered('index', files)).toBe('none sea.');
  });

  it('takes the first template that the theme has, in the end the index', async () => {
    const { templateFor } = createEngine(await compiled({ 'post.hbs': '' }));
    expect(templateFor(['home', 'post', 'index'])).toBe('post');
    expect(templateFor(['error-404', 'error'])).toBe('index');
  });

  it('lets no template reach what objects inherit', async () => {
    const reach = '{{constructor}}{{title.constructor.name}}{{lookup title "constructor"}}.';
    expect(await rendered('index', { 'index.hbs': reach })).toBe('.');
  });

  it('refuses a template that is not there', () => {
    expect(() => createEngine(theme).renderTemplate('none', root, frame)).toThrow('"none"');
  });
});
