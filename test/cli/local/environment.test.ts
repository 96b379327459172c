import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { exportLines } from '../../../cli/commands/env.ts';
import { neutralEnvironment } from '../../../cli/local/environment.ts';

describe('the environment of the local deployment', () => {
  it('knows nothing that leads to a real account', () => {
    vi.stubEnv('AWS_PROFILE', 'production');
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'https://s3.example.org');
    vi.stubEnv('CDK_DEFAULT_ACCOUNT', '123456789012');
    const names = Object.keys(neutralEnvironment());
    vi.unstubAllEnvs();
    expect(names.filter((name) => /^(AWS|CDK|GALLEY|NODE)_/.test(name))).toEqual([]);
  });

  it('does not send what is local through a proxy', () => {
    vi.stubEnv('NO_PROXY', 'example.org');
    const { NO_PROXY } = neutralEnvironment();
    vi.unstubAllEnvs();
    expect(NO_PROXY).toBe('example.org,127.0.0.1,localhost');
  });
});

describe('the lines of galley env', () => {
  it('give a shell the values as they are', () => {
    const odd = `it's "$HOME" \\ and\na new line`;
    const shell = `${exportLines({ GALLEY_ODD: odd })}printf %s "$GALLEY_ODD"`;
    expect(execFileSync('sh', ['-c', shell], { encoding: 'utf8' })).toBe(odd);
  });
});
