import { chmod } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findPython } from '../../../cli/local/python.ts';
import { folderWith } from '../content-folder.ts';

/** A folder with a program that answers as a Python of some version would. */
async function pythonThatSays(path: string, major: number, minor: number): Promise<string> {
  const script = `#!/bin/sh\necho ${path}\necho ${major}\necho ${minor}\n`;
  const folder = await folderWith({ python3: script });
  await chmod(join(folder, 'python3'), 0o755);
  return folder;
}

function onPath(...folders: string[]): void {
  vi.stubEnv('PATH', [...folders, '/usr/bin/nowhere'].join(delimiter));
}

describe('the search for Python', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('finds one that is new enough', async () => {
    const folder = await pythonThatSays('/opt/python3.12', 3, 12);
    onPath(folder);
    expect(await findPython()).toEqual({ path: '/opt/python3.12', version: '3.12' });
  });

  it('says which one is too old', async () => {
    onPath(await pythonThatSays('/usr/bin/python3', 3, 8));
    await expect(findPython()).rejects.toThrow(
      'Python 3.10 or newer was not found: python3 is 3.8.',
    );
  });

  it('says how to install it when there is none', async () => {
    onPath();
    await expect(findPython()).rejects.toMatchObject({
      message: 'Python was not found on this machine.',
      advice: expect.stringContaining('apt install python3'),
    });
  });
});
