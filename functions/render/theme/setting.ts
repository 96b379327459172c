import type { Engine } from './handlebars.ts';
import type { Helper } from './helper.ts';
import type { Precompiled } from './precompiled.ts';

/** What a template hands on to its partials beside the context and the `@` variables. */
export type Setting = { partial: true; helpers: Record<string, Helper>; [name: string]: unknown };

/** The only one of Handlebars' helpers that asks how a property may be looked up; ours are never asked to. */
const asking = 'lookup';

/**
 * What every template of an engine needs, found once. The runtime would gather it for each page, and wrap each helper
 * so that it is told how to look up properties: half of the time that a page takes.
 *
 * A partial is given all of it, ready for use; so a partial is where it is caught. Who runs a template with it draws it
 * as a partial of nothing.
 *
 * @param engine with all its helpers and partials
 */
export function settingOf(engine: Engine): Setting {
  let caught: Setting | undefined;
  const name = 'setting';
  engine.registerPartial(name, (_context, setting) => {
    caught = setting as object as Setting;
    return '';
  });
  engine.template(calling(name))({}, { data: {} });
  engine.unregisterPartial(name);
  if (!caught) throw new Error('Handlebars gives its partials nothing any more');
  const { helpers, ...setting } = caught;
  const unwrapped = Object.keys(helpers).map((each) => [each, engine.helpers[each] as Helper]);
  return {
    ...setting,
    partial: true,
    helpers: { ...Object.fromEntries(unwrapped), [asking]: helpers[asking] as Helper },
  };
}

type Container = {
  decorators: unknown;
  invokePartial(partial: unknown, context: unknown, options: object): string;
};

/** The template `{{> name}}` as the compiler writes it. */
function calling(name: string): Precompiled {
  const main = (
    container: Container,
    context: unknown,
    helpers: unknown,
    partials: Record<string, unknown>,
    data: unknown,
  ) => {
    const { decorators } = container;
    const options = { name, data, helpers, partials, decorators };
    return container.invokePartial(partials[name], context, options);
  };
  return { compiler: [8, '>= 4.3.0'], main, usePartial: true, useData: true } as Precompiled;
}
