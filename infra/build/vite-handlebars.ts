import type { Plugin } from 'vitest/config';
import { compileTheme, themeModule } from './compile-theme.ts';

/** Rollup's mark of a module that no file stands for. */
const resolved = `\0${themeModule}`;

/** Lets Vite, and with it vitest, load `galley:theme`, the compiled theme. */
export function handlebars(): Plugin {
  return {
    name: 'galley-theme',
    enforce: 'pre',
    resolveId(id) {
      return id === themeModule ? resolved : undefined;
    },
    load(id) {
      if (id !== resolved) return undefined;
      const { code, files } = compileTheme();
      for (const file of files) this.addWatchFile(file);
      return code;
    },
  };
}
