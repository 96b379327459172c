/**
 * What a preview adds to each page when it is served, and never to the site: it loads the page again when something
 * changed, and shows what is wrong with the files. Plain JavaScript for the browser.
 */
export const clientScript = `
const source = new EventSource('/_preview/events');
let strip;

function tell(problems) {
  strip?.remove();
  strip = undefined;
  if (!problems) return;
  strip = document.createElement('pre');
  strip.id = 'galley-preview';
  strip.textContent = problems;
  strip.style.cssText =
    'position:fixed;inset:auto 0 0 0;max-height:40vh;overflow:auto;margin:0;padding:1rem;z-index:9999;' +
    'background:#2b1a1a;color:#ffe3de;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap';
  document.body.append(strip);
}

source.addEventListener('hello', ({ data }) => tell(JSON.parse(data).problems));
source.addEventListener('reload', () => location.reload());
// The preview was ended and started again: what it serves now may be something else.
let lost = false;
source.addEventListener('error', () => { lost = true; });
source.addEventListener('open', () => { if (lost) location.reload(); });
`.trimStart();

const tag = '<script src="/_preview/client.js" defer></script>';

/** A page with the script in it: before the end of the body, or behind a page that does not write one. */
export function dressed(page: string): string {
  const end = page.lastIndexOf('</body>');
  return end === -1 ? page + tag : page.slice(0, end) + tag + page.slice(end);
}
