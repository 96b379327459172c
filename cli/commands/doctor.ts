import type { Command } from 'commander';
import colors from 'picocolors';
import { explain } from '../failure.ts';
import { findPython } from '../local/python.ts';
import { type Examination, examinations, type Finding } from '../newsroom/doctor.ts';
import { findNewsroom } from '../newsroom/find-newsroom.ts';
import { printableJson } from '../newsroom/reply-words.ts';
import { type Terminal, terminal } from '../terminal.ts';

const deadline = 10_000;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look for everything that can be wrong, here and in the newsroom')
    .option('--stack <name>', 'a deployed stack instead of the platform on this machine')
    .option('--json', 'print the findings as JSON', false)
    .action(async ({ stack, json }: { stack?: string; json: boolean }) => {
      const open = (url: string) => fetch(url, { signal: AbortSignal.timeout(deadline) });
      const desk = await findNewsroom(stack).catch((error: unknown) => error);
      const newsroom =
        desk instanceof Error
          ? { 'A newsroom is found': () => Promise.reject(desk) }
          : examinations(desk as Awaited<ReturnType<typeof findNewsroom>>, open);
      const all = { ...(stack ? {} : machine), ...newsroom };
      process.exitCode = await examine(all, { json }, terminal);
    });
}

/** What the local platform needs of this machine. */
const machine: Record<string, Examination> = {
  'Node can run Galley': async () => ({ what: 'Node', found: process.version }),
  'Python can run the local platform': async () => {
    const { path, version } = await findPython();
    return { what: 'Python', found: `${version}, ${path}` };
  },
};

/**
 * Looks at one thing after the other and says what it finds; one that cannot be looked at is a finding too.
 *
 * @returns the exit status: 0 when all is well, 1 when something wants attention
 */
export async function examine(
  all: Record<string, Examination>,
  { json }: { json: boolean },
  { print, say }: Terminal,
): Promise<0 | 1> {
  const findings: ({ name: string; ok: boolean } & Finding)[] = [];
  for (const [name, look] of Object.entries(all)) {
    const finding = await look(() => {}).catch(asFinding);
    const ok = finding.advice === undefined;
    findings.push({ name, ok, ...finding });
    if (json) continue;
    print(`${ok ? colors.green('✓') : colors.red('✗')} ${name}  ${colors.dim(finding.found)}`);
    if (finding.advice) print(`  ${finding.advice}`);
  }
  const wrong = findings.filter(({ ok }) => !ok).length;
  if (json) print(printableJson({ findings, wrong }));
  else say(wrong === 0 ? 'All is well.' : `${wrong} of ${findings.length} want attention.`);
  return wrong === 0 ? 0 : 1;
}

function asFinding(error: unknown): Finding {
  const [found = '', ...advice] = explain(error).split('\n');
  return { what: 'error', found, advice: advice.join(' ') || 'See above.' };
}
