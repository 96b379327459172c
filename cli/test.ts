/**
 * The tests of `npm test`: unit and infra, then acceptance. Arguments are vitest's own: `npm test -- test/cli -t "a name"`.
 *
 * The last line, `N passed, N failed`, sums both, for whoever reads it by machine.
 */
import { type CliOptions, parseCLI, startVitest, type Vitest } from 'vitest/node';

type Count = { passed: number; failed: number };

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
/** Acceptance comes last: its tests want the machine for themselves. */
const rounds = options.project ? [[options.project].flat()] : [['unit', 'infra'], ['acceptance']];
const total: Count = { passed: 0, failed: 0 };

for (const projects of rounds) {
  const { passed, failed } = await testsOf(projects, filter, options);
  total.passed += passed;
  total.failed += failed;
}
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);

async function testsOf(project: string[], filter: string[], options: CliOptions): Promise<Count> {
  process.stdout.write(`\n${project.join(' and ')} tests\n`);
  process.exitCode = 0;
  // With a filter, one of the projects often has nothing that matches.
  const passWithNoTests = filter.length > 0 || (options.passWithNoTests ?? false);
  const vitest = await startVitest('test', filter, { ...options, project, passWithNoTests });
  await vitest.close();
  const count = countOf(vitest);
  // A failed setup, or no tests at all, shows in nothing but the status.
  const unseen = process.exitCode !== 0 && count.failed === 0 ? 1 : 0;
  return { ...count, failed: count.failed + unseen };
}

/** A file that cannot be loaded and an error outside of any test count as one failure each. */
function countOf({ state }: Vitest): Count {
  const modules = state.getTestModules();
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  );
  const broken = modules.filter((module) => module.errors().length > 0).length;
  const unhandled = state.getUnhandledErrors().length;
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed: states.filter((state) => state === 'failed').length + broken + unhandled,
  };
}
