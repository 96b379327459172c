import type { Browser, Page } from 'playwright-core';
import { platform } from './platform.ts';

export type Watched = {
  page: Page;
  /** What a payload has made the browser do so far. */
  seen: string[];
  /** Shows a document at an address of the site, without the headers that would protect it. */
  show(html: string): Promise<void>;
};

/**
 * A page that runs scripts and notes whatever a payload could make it do. The site's Content-Security-Policy is
 * switched off here, because it would stop a script that got through, and so hide the hole.
 */
export async function watchedPage(browser: Browser): Promise<Watched> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const seen: string[] = [];
  page.on('dialog', async (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${platform.url}/`)) seen.push(`request: ${request.url()}`);
  });
  let shown = '';
  const type = 'text/html; charset=utf-8';
  await page.route('**/shown', (route) => route.fulfill({ body: shown, contentType: type }));
  // The same on all pages, and with hundreds of them most of the time.
  await page.route(/\/consent\.css$|\/images\//, (route) => route.fulfill({ body: '' }));
  return {
    page,
    seen,
    async show(html) {
      shown = html;
      await page.goto(`${platform.url}/shown`);
    },
  };
}

/** What a reader and a parser find in the page that is shown now. */
export type Found = {
  /**
   * What no page of the theme has. It could run at a click, a move of the mouse or a later event, so waiting would
   * not show it.
   */
  strangers: string[];
  /** By the names of the places; white space is one blank. */
  texts: Record<string, string>;
};

/** @param places selectors; of a field in a form, what is typed in it */
export function look(page: Page, places: Record<string, string>): Promise<Found> {
  return page.evaluate((selectors) => {
    // Structured data is no script to a browser.
    const script = 'script:not([type="application/ld+json"])';
    const never = `${script}, iframe, frame, object, embed, base, svg, math, template, [style]`;
    const safe = /^(https?:|mailto:|tel:|[/#?]|$)/i;
    const addresses = ['href', 'src', 'action', 'formaction', 'data', 'ping', 'srcdoc'];
    const found = [...document.querySelectorAll('*')].filter(
      (element) =>
        element.matches(never) ||
        element.matches('meta[http-equiv], link[rel=preload]') ||
        element.getAttributeNames().some((name) => name.startsWith('on')) ||
        addresses.some((name) => !safe.test(element.getAttribute(name) ?? '')),
    );
    const ran = 'pwned' in window ? ['window.pwned is set'] : [];
    const textAt = (selector: string) => {
      const element = document.querySelector(selector);
      const typed = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
      const text = (typed ? element.value : element?.textContent) ?? '';
      return text.replace(/\s+/g, ' ').trim();
    };
    const texts = Object.entries(selectors).map(([name, selector]) => [name, textAt(selector)]);
    return {
      strangers: [...ran, ...found.map((element) => element.outerHTML.slice(0, 200))],
      texts: Object.fromEntries(texts) as Record<string, string>,
    };
  }, places);
}

/** Text as a reader takes it in: white space is one blank. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
