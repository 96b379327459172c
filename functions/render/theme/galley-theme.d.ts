/** The compiled theme; `infra/build/compile-theme.ts` makes it. */
declare module 'galley:theme' {
  type Precompiled = import('./precompiled.ts').Precompiled;
  type ThemeAsset = { path: string; contentType: string; base64: string };

  export const templates: Record<string, Precompiled>;
  export const partials: Record<string, Precompiled>;
  /** Partials that helpers bring along, for a theme that has none of that name. */
  export const builtins: Record<string, Precompiled>;
  /** Template name to the name of the layout around it. */
  export const layouts: Record<string, string>;
  /** Minified; stands in each page. */
  export const stylesheet: string;
  /** `sha256-…` of the style sheet, as the Content-Security-Policy wants it. */
  export const stylesheetHash: string;
  /** By the name under the theme's `assets/`. `path` is the site path without leading slash. */
  export const assetFiles: Record<string, ThemeAsset>;
  /** Language to text to translation. */
  export const locales: Record<string, Record<string, string>>;
  export const config: {
    posts_per_page: number;
    image_sizes: Record<string, { width?: number; height?: number }>;
  };
  /** How wide an image in a text stands on the page, as the attribute `sizes` takes it. */
  export const textImages: string;
  /** Defaults of the theme's own settings. */
  export const custom: Record<string, unknown>;
}
