import { registerHooks } from 'node:module';
import { compileTheme, themeModule } from './compile-theme.ts';

/** Lets plain Node load `galley:theme`: `node --import ./infra/build/node-handlebars.ts …`. For benchmarks. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== themeModule) return next(specifier, context);
    return { url: themeModule, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (url !== themeModule) return next(url, context);
    return { format: 'module', source: compileTheme().code, shortCircuit: true };
  },
});
