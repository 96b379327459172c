import { builtins, layouts, partials, templates } from 'galley:theme';
import { handlebars, markSafe, type Template } from './handlebars.ts';
import type { Context, Frame, Root } from './helper.ts';
import { helpers } from './helpers.ts';

const engine = handlebars.create();
const drawn = new Map<string, Template>();
const pages = new Map<string, Template>();

for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);
// The theme's own partials win over the ones that helpers bring along, as in Ghost.
for (const [name, spec] of Object.entries({ ...builtins, ...partials })) {
  const template = engine.template(spec);
  drawn.set(name, template);
  engine.registerPartial(name, template);
}
for (const [name, spec] of Object.entries(templates)) pages.set(name, engine.template(spec));

/** The first of these templates that the theme has; Ghost's hierarchy ends in `index`, which each theme has. */
export function templateFor(names: string[]): string {
  return names.find((name) => pages.has(name)) ?? 'index';
}

/** Renders a template and the layouts around it: each finds the one within as `body`. */
export function renderTemplate(name: string, root: Root, frame: Omit<Frame, 'root'>): string {
  let html = run(name, root, frame);
  for (let layout = layouts[name]; layout; layout = layouts[layout]) {
    html = run(layout, { ...root, body: markSafe(html) }, frame);
  }
  return html;
}

function run(name: string, root: Root, frame: Omit<Frame, 'root'>): string {
  const template = pages.get(name);
  if (!template) throw new Error(`The theme has no template "${name}"`);
  return template(root, { data: { ...frame, root } });
}

export function renderPartial(name: string, context: Context, data: Frame): string {
  const template = drawn.get(name);
  if (!template) throw new Error(`There is no partial "${name}"`);
  return template(context, { data });
}
