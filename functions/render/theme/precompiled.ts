/** What `Handlebars.precompile` writes: an object for `Handlebars.template`, opaque to everybody else. */
export type Precompiled = { compiler: [number, string]; main: (...inner: never[]) => string };
