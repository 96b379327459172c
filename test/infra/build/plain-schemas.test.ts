import { describe, expect, it } from 'vitest';
import { withPlainKeys } from '../../../infra/build/plain-schemas.ts';

describe('schemas with plain keys', () => {
  it('have keys of constants written out', () => {
    const source = 'const _h = "http";\nexport var Get$ = [0, { [_h]: 200 }];\n';
    expect(withPlainKeys(source)).toBe(
      'const _h = "http";\nexport var Get$ = [0, { "http": 200 }];\n',
    );
  });

  it('keep keys of which the file does not say what they are', () => {
    expect(withPlainKeys('export var a = { [other]: 1 };')).toBe('export var a = { [other]: 1 };');
  });

  it('keep places in arrays as they are', () => {
    const source = 'const _h = "http";\nexport var a = names[_h];\n';
    expect(withPlainKeys(source)).toBe(source);
  });
});
