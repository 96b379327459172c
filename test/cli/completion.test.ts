import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { completionScript } from '../../cli/completion.ts';
import { galley } from '../../cli/program.ts';
import { folderWith } from './content-folder.ts';

const run = promisify(execFile);

/** What bash offers for the last of these words. */
async function offered(words: string[], cwd = '/proc/self/fdinfo'): Promise<string[]> {
  const typed = ['galley', ...words].map((word) => JSON.stringify(word)).join(' ');
  const script = `${completionScript(galley(), 'bash')}
    COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _galley; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await run('bash', ['-c', script], { cwd });
  return stdout.split('\n').filter(Boolean);
}

describe('completion', () => {
  test.each([
    [['pub'], ['publish']],
    [['replies', 'app'], ['approve']],
    [
      ['replies', 'approve', '--w'],
      ['--why', '--who'],
    ],
    [['publish', '--j'], ['--json']],
    [['status', 'x', '--s'], ['--stack']],
  ])('in bash knows what may follow %j', async (words, expected) => {
    expect((await offered(words)).filter((word) => /^[a-z-]/.test(word))).toEqual(expected);
  });

  test('in bash takes a name of a file for one word, blanks and stars included', async () => {
    const cwd = await folderWith({ 'my story.md': '', 'my*.md': '' });
    expect((await offered(['publish', 'my'], cwd)).sort()).toEqual(['my story.md', 'my*.md']);
  });

  test('in fish has a line for every command', () => {
    const script = completionScript(galley(), 'fish');
    for (const command of galley().commands) expect(script).toContain(`-a ${command.name()} `);
  });

  test('in zsh is that of bash', () => {
    expect(completionScript(galley(), 'zsh')).toContain('bashcompinit');
  });
});
