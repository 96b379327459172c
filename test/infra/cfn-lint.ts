import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pipInstall } from '../../cli/local/pip-install.ts';
import { findPython } from '../../cli/local/python.ts';
import { terminalProgress } from '../../cli/progress.ts';
import { root } from './galley.ts';

export const cfnLintVersion = '1.58.0';

/** Rules that are wrong about this template, each with the reason. */
const ignored = {
  W3005:
    'The CDK makes a function wait for its role as well as for the policy of it. Only the latter is needed.',
};

export type Linter = (template: string) => Promise<string[]>;

/** AWS's own linter for templates, installed on its first use. It knows every property of every resource. */
export async function cfnLint(): Promise<Linter> {
  const { path: python } = await findPython();
  const folder = join(root, '.galley/tools', `cfn-lint-${cfnLintVersion}`);
  await terminalProgress(process.stderr).step('Install cfn-lint', async (note) => {
    const installed = await pipInstall(python, {
      what: 'cfn-lint',
      packages: [`cfn-lint==${cfnLintVersion}`],
      folder,
      proof: 'cfnlint',
      log: join(root, '.galley/logs/cfn-lint.log'),
    });
    note(installed ? cfnLintVersion : `${cfnLintVersion} is there`);
  });
  return (template) => lint(python, folder, template);
}

/** @returns what it found, one line each */
async function lint(python: string, folder: string, template: string): Promise<string[]> {
  const rules = ['--ignore-checks', ...Object.keys(ignored)];
  const args = [join(folder, 'bin/cfn-lint'), '--format', 'parseable', ...rules, '--', template];
  const run = promisify(execFile)(python, args, { env: { ...process.env, PYTHONPATH: folder } });
  const said = await run.catch((error: { code?: number | string; stdout: string }) => {
    // 2, 4 and 8 and their sums: errors, warnings and informations were found. Anything else is trouble.
    if (typeof error.code === 'number' && error.code % 2 === 0 && error.stdout) return error;
    throw error;
  });
  return said.stdout.split('\n').filter((line) => line !== '');
}
