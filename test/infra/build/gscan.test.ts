import gscan from 'gscan';
import { describe, expect, it } from 'vitest';
import { themeFolder as ownTheme } from '../../../infra/build/compile-theme.ts';
import { themeFolder } from './themes.ts';

const version = { checkVersion: 'v6' } as const;

/** What Ghost's own check has against a theme. */
async function findings(folder: string): Promise<string[]> {
  const { results } = gscan.format(await gscan.check(folder, version), version);
  return [...results.error, ...results.warning].flatMap(({ code, failures }) =>
    failures.map(({ ref, message }) => `${code} ${ref} ${message ?? ''}`),
  );
}

describe('the theme', () => {
  it('is a Ghost theme without errors and without warnings', async () => {
    expect(await findings(ownTheme)).toEqual([]);
  });

  it('would not be one with a helper that Ghost does not know', async () => {
    const folder = themeFolder({ 'index.hbs': '{{shout title}}', 'post.hbs': '' });
    expect(await findings(folder)).toContainEqual(
      expect.stringContaining('GS005-TPL-ERR index.hbs'),
    );
  });
});
