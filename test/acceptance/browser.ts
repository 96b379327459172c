import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/**
 * Flags for tiny sandboxes that make the browser less of a browser: one process for all, which dies with the first
 * page that is closed, and pages that may read each other.
 */
const unwanted = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
];

/**
 * A real browser. On Linux x64 the one that comes from npm, so that nothing needs to be installed; elsewhere the
 * Chrome that is there, because npm has none for it.
 */
export async function openBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return launcher.launch({
      executablePath: await chromium.executablePath(),
      args: chromium.args.filter((flag) => !unwanted.includes(flag)),
    });
  }
  return launcher.launch({ channel: 'chrome' }).catch((cause) => {
    throw new Error('The browser tests need Google Chrome on this machine.', { cause });
  });
}
