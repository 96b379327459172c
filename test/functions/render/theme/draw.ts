import { builtins } from 'galley:theme';
import { handlebars, type Template } from '../../../../functions/render/theme/handlebars.ts';
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
  /** Partials of the theme, by name. */
  partials?: Record<string, string>;
};

const known = {
  helpers: new Set([...Object.keys(helpers), 'if', 'unless', 'each', 'with', 'lookup']),
};

/** What a template prints, with all helpers at hand: as the theme's compiler and Lambda do it, one after the other. */
export function draw(source: string, context: Context = {}, around: Around = {}): string {
  const engine = handlebars.create();
  const drawn = new Map<string, Template>();
  const own = Object.entries(around.partials ?? {});
  const names = new Set([...Object.keys(builtins), ...own.map(([name]) => name)]);
  const compiled = (text: string): Precompiled =>
    new Function(
      `return ${compileTemplate('test.hbs', text, { ...known, partials: names }).code}`,
    )();
  const partials = [
    ...Object.entries(builtins),
    ...own.map(([name, text]) => [name, compiled(text)]),
  ];
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);
  for (const [name, spec] of partials as [string, Precompiled][]) {
    drawn.set(name, engine.template(spec));
    engine.registerPartial(name, drawn.get(name) as Template);
  }
  // The compiler puts a space behind a text that ends in `}}`.
  const template = engine.template(compiled(source));
  return template(context, { data: frameOf(context, around, drawn) }).trimEnd();
}

function frameOf(context: Context, around: Around, drawn: Map<string, Template>): Frame {
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
    config: {},
    custom: {},
    labs: {},
    member: null,
    galley: {
      view: { kind: 'not-found' },
      site,
      pages: {},
      today: undefined,
      partial: (name, inner, data) => drawn.get(name)?.(inner, { data }) ?? '',
      ...around.galley,
    },
  };
}
