import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { sourceOf } from './edge.ts';

/**
 * What CloudFront runs is ES 5.1 and a list of newer things (CloudFront Developer Guide, "JavaScript runtime 2.0
 * features"). Whatever is not on the list fails when the stack is deployed, or only when a reader comes.
 */
const newerSyntax = {
  'const-and-let': true,
  arrow: true,
  'template-literal': true,
  'rest-argument': true,
  'exponent-operator': true,
};

const methods = [
  'concat',
  'endsWith',
  'filter',
  'forEach',
  'includes',
  'indexOf',
  'join',
  'keys',
  'lastIndexOf',
  'map',
  'push',
  'replace',
  'slice',
  'split',
  'startsWith',
  'test',
  'toLowerCase',
];

describe.each(['viewer-request.js', 'viewer-response.js'] as const)('%s', (file) => {
  const source = sourceOf(file);

  it('needs no syntax that the runtime lacks', async () => {
    const asWritten = await transform(source, { target: 'esnext' });
    const forCloudFront = await transform(source, { target: 'es5', supported: newerSyntax });
    expect(forCloudFront.code).toBe(asWritten.code);
  });

  it('has no comma after a last argument, which is newer than the runtime', () => {
    expect(source).not.toMatch(/,\s*\)/);
  });

  it('calls only methods that the runtime has', () => {
    const called = [...source.matchAll(/\.(\w+)\(/g)].map(([, name]) => name);
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((name) => !methods.includes(name ?? ''))).toEqual([]);
  });

  it('is not larger than the 10 KB that CloudFront takes', () => {
    expect(Buffer.byteLength(source)).toBeLessThan(10 * 1024);
  });
});
