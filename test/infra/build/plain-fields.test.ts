import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withPlainFields } from '../../../infra/build/plain-fields.ts';

const published = readFileSync(fileURLToPath(import.meta.resolve('markdown-it')), 'utf8');

describe('class fields', () => {
  it('are assigned, whatever stands before their names and whatever their values are', () => {
    const code = [
      '_defineProperty(this, "level", 0);',
      '_defineProperty(\n\tthis,\n\t/** Of *any* kind, (say). */\n\t"ruler",\n\tnew Ruler()\n);',
      '',
    ].join('\n');
    expect(withPlainFields(code)).toBe('this.level = 0;\nthis.ruler = new Ruler();\n');
  });

  it('of markdown-it are all assigned, which is of use as long as it is published like that', () => {
    expect(published).toMatch(/_defineProperty\(\s*this/);
    expect(withPlainFields(published)).not.toMatch(/_defineProperty\(\s*this/);
  });

  it('leave the rest of the file as it is', () => {
    const rest = published.split(/_defineProperty\(\s*this/)[0] ?? '';
    expect(rest.length).toBeGreaterThan(1000);
    expect(withPlainFields(published).startsWith(rest)).toBe(true);
  });
});
