import type { Plugin } from 'esbuild';
import { compileTheme, themeFolder, themeModule } from './compile-theme.ts';
import { compileStylesheet } from './theme-assets.ts';
import { ThemeError } from './theme-error.ts';
import { readTheme } from './theme-files.ts';
import { readPackage } from './theme-package.ts';

/** Lets esbuild bundle `galley:theme`, the compiled theme. */
export function handlebarsPlugin(): Plugin {
  return {
    name: 'galley-theme',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${themeModule}$`) }, () => ({
        path: themeModule,
        namespace: 'galley-theme',
      }));
      onLoad({ filter: /./, namespace: 'galley-theme' }, () => {
        try {
          const { code, files } = compileTheme();
          return { contents: code, watchFiles: files, watchDirs: [themeFolder] };
        } catch (error) {
          if (!(error instanceof ThemeError)) throw error;
          const { file, line, column } = error.place;
          const location = { file: `templates/${file}`, line, column: column - 1 };
          return { errors: [{ text: error.reason, location }], watchDirs: [themeFolder] };
        }
      });
    },
  };
}

/** `sha256-…` of the style sheet in each page, for the Content-Security-Policy of the stack. */
export function themeStylesheetHash(): string {
  const files = readTheme(themeFolder);
  return compileStylesheet(files, readPackage(files).galley.stylesheet).hash;
}
