import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { sharpEncoder } from '../functions/images/sharp-encoder.ts';
import { openBrowser } from '../test/acceptance/browser.ts';
import { samplePages, sampleSite } from '../test/templates/sample-site.ts';

/**
 * `npm run screenshots`: the pictures of the documentation, made of the sample newsroom as the real steps render it.
 * Each shows a page on a desktop beside the same page on a phone.
 */
const pictures = [
  { name: 'home', page: samplePages.home, colorScheme: 'light' },
  { name: 'article', page: samplePages.article, colorScheme: 'light' },
  { name: 'article-dark', page: samplePages.article, colorScheme: 'dark' },
  { name: 'replies', page: `${samplePages.article}#replies`, colorScheme: 'light' },
] as const;

const desktop = { width: 1240, height: 900 };
const phone = { width: 390, height: 844 };

const folder = join(import.meta.dirname, 'images');
const site = await sampleSite(sharpEncoder);
const server = createServer(async (request, response) => {
  const path = (request.url ?? '/').slice(1);
  const stored = await site.site.get(path);
  if (stored) return void response.end(stored.body);
  const html = await site.page(path).catch(() => undefined);
  response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await openBrowser();
try {
  for (const { name, page, colorScheme } of pictures) {
    const wide = await shot(browser, page, desktop, colorScheme);
    const narrow = await shot(browser, page, phone, colorScheme);
    const file = join(folder, `${name}.png`);
    await writeFile(file, await sideBySide(browser, wide, narrow));
    process.stdout.write(`${file}\n`);
  }
} finally {
  await browser.close();
  server.close();
}

async function shot(
  opened: Browser,
  page: string,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark',
): Promise<Buffer> {
  const context = await opened.newContext({ viewport, colorScheme, javaScriptEnabled: false });
  const tab = await context.newPage();
  // Pictures show what a reader sees who has answered the banner.
  await tab.route('**/consent.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: '#consent{display:none}' }),
  );
  await tab.goto(address + page);
  const image = await tab.screenshot();
  await context.close();
  return image;
}

async function sideBySide(opened: Browser, wide: Buffer, narrow: Buffer): Promise<Buffer> {
  const tab = await opened.newPage({ viewport: { width: 1480, height: 800 } });
  const source = (image: Buffer) => `data:image/png;base64,${image.toString('base64')}`;
  const shadow = 'box-shadow:0 4px 24px rgb(0 0 0/.25);display:block';
  await tab.setContent(
    `<body style="margin:0;padding:24px;background:#d9d6cf;display:flex;gap:24px;align-items:flex-start">
      <img src="${source(wide)}" style="width:1036px;${shadow}">
      <img src="${source(narrow)}" style="width:348px;${shadow};border-radius:18px">`,
  );
  const image = await tab.screenshot();
  await tab.close();
  return image;
}
