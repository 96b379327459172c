import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    runs: number | undefined;
  }
}

/** How many histories a property is tried with: by default as many as fit into `npm test`. */
export const runs = inject('runs') ?? 150;
