import { handlebars, markSafe, type Template } from './handlebars.ts';
import type { Context, Frame, Root } from './helper.ts';
import { helpers } from './helpers.ts';
import type { Precompiled } from './precompiled.ts';
import { settingOf } from './setting.ts';

/** The templates of a compiled theme: what `galley:theme` exports. */
export type Templates = {
  templates: Record<string, Precompiled>;
  partials: Record<string, Precompiled>;
  /** Partials that helpers bring along. */
  builtins: Record<string, Precompiled>;
  /** Template name to the name of the layout around it. */
  layouts: Record<string, string>;
};

export type Engine = ReturnType<typeof createEngine>;

/** Runs the templates of a theme, with all helpers at hand. */
export function createEngine({ templates, partials, builtins, layouts }: Templates) {
  const engine = handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);
  const instances = (specs: Record<string, Precompiled>) =>
    new Map(Object.entries(specs).map(([name, spec]) => [name, engine.template(spec)]));
  const pages = instances(templates);
  // The theme's own partials win over the ones that helpers bring along, as in Ghost.
  const drawn = instances({ ...builtins, ...partials });
  for (const [name, template] of drawn) engine.registerPartial(name, template);
  const setting = settingOf(engine);

  function run(name: string, root: Root, frame: Omit<Frame, 'root'>): string {
    return found(pages, name)(root, { ...setting, data: { ...frame, root } });
  }

  return {
    /** The first of these templates that the theme has; Ghost's hierarchy ends in `index`, which each theme has. */
    templateFor(names: string[]): string {
      return names.find((name) => pages.has(name)) ?? 'index';
    },

    /** Renders a template and the layouts around it: each finds the one within as `body`. */
    renderTemplate(name: string, root: Root, frame: Omit<Frame, 'root'>): string {
      let html = run(name, root, frame);
      for (let layout = layouts[name]; layout; layout = layouts[layout]) {
        html = run(layout, { ...root, body: markSafe(html) }, frame);
      }
      return html;
    },

    renderPartial(name: string, context: Context, data: Frame): string {
      return found(drawn, name)(context, { ...setting, data });
    },
  };
}

function found(templates: Map<string, Template>, name: string): Template {
  const template = templates.get(name);
  if (!template) throw new Error(`The theme has no template "${name}"`);
  return template;
}
