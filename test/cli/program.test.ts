import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { explain, Failure } from '../../cli/failure.ts';
import { galley, run } from '../../cli/program.ts';

async function ran(...args: string[]) {
  const words: string[] = [];
  const status = await run(args, (text) => words.push(text));
  return { status, words: words.join('\n') };
}

describe('the command line', () => {
  test('knows its commands', () => {
    expect(galley().commands.map((command) => command.name())).toEqual([
      'start',
      'new',
      'check',
      'preview',
      'build',
      'publish',
      'unpublish',
      'status',
      'replies',
      'rebuild',
      'doctor',
      'schema',
      'env',
      'completion',
    ]);
  });

  test('shows an example for every command', () => {
    for (const command of galley().commands) {
      let help = '';
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      expect(help).toMatch(/\nExample:\n {2}(npx galley|npm|eval)/);
    }
  });

  test('has nothing to complain of when it is asked for help', async () => {
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    onTestFinished(() => stdout.mockRestore());
    expect(await ran('check', '--help')).toEqual({ status: 0, words: '' });
    expect(stdout).toHaveBeenCalledWith(expect.stringContaining('Usage: galley check'));
  });

  test.each([
    [['pubish'], "unknown command 'pubish'\n(Did you mean publish?)"],
    [['check', '--jsn', 'x'], "unknown option '--jsn'\n(Did you mean --json?)"],
    [['check'], "missing required argument 'path'"],
    [['replies', 'aprove', '01KAVS'], "unknown command 'replies aprove'"],
    [['replies', '--stack', 'Galley', 'approve', '01KAVS'], 'options go after "approve"'],
    [['replies', '--state', 'gone'], 'Allowed choices are held, rejected, spam, trash, approved.'],
    [['replies', '--limit', '0'], 'It must be a whole number above 0.'],
    [['replies', 'approve', '01KAVS', '--who', ' '], '--who needs a name'],
    [['start', '--port', 'http'], '--port must be a number'],
  ])('says what is wrong with %j', async (args, message) => {
    const { status, words } = await ran(...args);
    expect(status).toBe(2);
    expect(words).toContain(message);
  });

  test('says what a command throws, and its exit status', async () => {
    const { status, words } = await ran('check', '/nowhere/at/all');
    expect(status).toBe(2);
    expect(words).toContain('There is no file or folder /nowhere/at/all.\nCheck the path');
  });
});

describe('words for an error', () => {
  test('are what happened, where, and what to do', () => {
    const failure = new Failure('It broke.', { where: 'Here.', advice: 'Mend it.' });
    expect(explain(failure)).toBe('It broke.\nHere.\nMend it.');
  });

  test.each([
    [{ code: 'ECONNREFUSED' }, 'Nothing answers there.'],
    [{ name: 'CredentialsProviderError' }, 'Check the credentials'],
    [{ name: 'ExpiredTokenException' }, 'Check the credentials'],
    [{ name: 'AccessDeniedException' }, 'These credentials may not do this'],
    [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'AWS_CA_BUNDLE'],
    [{ name: 'ResourceNotFoundException' }, 'eval "$(npx galley env)"'],
    [{ name: 'TypeError' }, 'This is a fault in Galley'],
  ])('know %j', (fields, advice) => {
    expect(explain(Object.assign(new Error('no'), fields))).toContain(advice);
  });
});
