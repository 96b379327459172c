import { describe, expect, it, onTestFinished } from 'vitest';
import { startProxy } from '../../../cli/local/proxy.ts';

async function proxy(port = 0) {
  const started = await startProxy(port);
  onTestFinished(() => started.close());
  return started;
}

describe('the public address of the local platform', () => {
  it('says to wait as long as the platform is starting', async () => {
    const { port } = await proxy();
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await response.text()).toContain('Galley is starting');
  });

  it('names another port when this one is taken', async () => {
    const { port } = await proxy();
    await expect(startProxy(port)).rejects.toMatchObject({
      message: `Port ${port} is in use by another program.`,
      advice: `Take another one: npm start -- --port ${port + 1}`,
    });
  });

  it('says so when the emulator does not answer', async () => {
    const { port, open } = await proxy();
    open({ endpoint: 'https://127.0.0.1:9', distributionDomain: 'x.cloudfront.net', apiId: 'x' });
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('Is "npm start" still running?');
  });

  it('closes while a browser keeps its connection open', async () => {
    const started = await startProxy(0);
    await (await fetch(`http://127.0.0.1:${started.port}/`)).text();
    await expect(started.close()).resolves.toBeUndefined();
  });
});
