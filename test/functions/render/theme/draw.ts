import { builtins } from 'galley:theme';
import { createEngine } from '../../../../functions/render/theme/engine.ts';
import type { Context, Frame } from '../../../../functions/render/theme/helper.ts';
import { helpers } from '../../../../functions/render/theme/helpers.ts';
import type { Precompiled } from '../../../../functions/render/theme/precompiled.ts';
import { compileTemplate } from '../../../../infra/build/theme-template.ts';
import { site } from './newsroom.ts';

/** What a test sets beside the context; the rest is a plain site. */
export type Around = {
  root?: Context;
  site?: Context;
  galley?: Partial<Frame['galley']>;
  config?: Context;
  /** Partials of the theme, by name. */
  partials?: Record<string, string>;
};

const known = {
  helpers: new Set([...Object.keys(helpers), 'if', 'unless', 'each', 'with', 'lookup']),
};

/** What a template prints, with all helpers at hand: as the theme's compiler and Lambda do it, one after the other. */
export function draw(source: string, context: Context = {}, around: Around = {}): string {
  const own = Object.entries(around.partials ?? {});
  const names = new Set([...Object.keys(builtins), ...own.map(([name]) => name)]);
  const compiled = (text: string): Precompiled => {
    const { code } = compileTemplate('test.hbs', text, { ...known, partials: names });
    return new Function(`return ${code}`)();
  };
  const { renderTemplate, renderPartial } = createEngine({
    templates: { test: compiled(source) },
    partials: Object.fromEntries(own.map(([name, text]) => [name, compiled(text)])),
    builtins,
    layouts: {},
  });
  const { root, ...frame } = frameOf(context, around, renderPartial);
  // The compiler puts a space behind a text that ends in `}}`.
  return renderTemplate('test', root, frame).trimEnd();
}

function frameOf(context: Context, around: Around, partial: Frame['galley']['partial']): Frame {
  return {
    root: { context: [], relativeUrl: '/', ...context, ...around.root } as Frame['root'],
    site: {
      title: site.settings.title,
      description: site.settings.description,
      url: site.url,
      locale: 'en',
      timezone: 'UTC',
      navigation: [],
      secondary_navigation: [],
      ...around.site,
    },
    config: around.config ?? {},
    custom: {},
    labs: {},
    member: null,
    galley: {
      view: { kind: 'not-found' },
      site,
      pages: {},
      today: undefined,
      partial,
      ...around.galley,
    },
  };
}
