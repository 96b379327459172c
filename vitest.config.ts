import { defineConfig } from 'vitest/config';
import { handlebars } from './infra/build/vite-handlebars.ts';
import { SmallFirst } from './test/acceptance/small-first.ts';

export default defineConfig({
  plugins: [handlebars()],
  test: {
    sequence: { sequencer: SmallFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/infra/**', 'test/acceptance/**'],
        },
      },
      {
        extends: true,
        // Loading the CDK takes seconds; the files of a worker share it. None of them replaces a module or a global.
        test: { name: 'infra', include: ['test/infra/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        // The properties once more, for minutes instead of seconds: `npm run test:property`.
        test: {
          name: 'property',
          include: ['test/newsroom/{invariant,disasters,faults}.test.ts'],
          provide: { runs: 10_000 },
        },
      },
      {
        extends: true,
        test: {
          name: 'acceptance',
          include: ['test/acceptance/**/*.test.ts'],
          globalSetup: ['test/acceptance/setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
