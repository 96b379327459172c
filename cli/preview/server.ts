import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answer, PreviewSite } from '../build/preview-site.ts';
import { clientScript, dressed } from './client.ts';
import { indexPage } from './index-page.ts';

/** What the pages of browsers are told: to load again, and what there is to say about the files. */
export type News = { problems: string };

/** Serves a site that changes while somebody looks at it. Every page that is open is told. */
export class PreviewServer {
  readonly #listeners = new Set<ServerResponse>();
  readonly #server: Server;
  #site: PreviewSite | undefined;
  #news: News = { problems: '' };

  constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
      });
    });
  }

  /** @returns the port, which is any when 0 is asked for */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  }

  /** The site is another one now, or says something else. */
  tell(site: PreviewSite, news: News): void {
    this.#site = site;
    this.#news = news;
    for (const listener of this.#listeners) send(listener, 'reload', news);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodedPath(pathname);
    if (path === '/_preview/events') return this.#listen(response);
    if (!['GET', 'HEAD'].includes(request.method ?? '')) {
      return write(response, 501, {
        type: 'text/plain; charset=utf-8',
        body: 'A preview takes no replies. "npm start" runs the whole newsroom.\n',
      });
    }
    if (!path.endsWith('/') && !path.slice(path.lastIndexOf('/') + 1).includes('.')) {
      response.writeHead(302, { location: `${path}/` });
      response.end();
      return;
    }
    const site = this.#site;
    if (!site) return write(response, 503, { type: html, body: 'The files are being read.' });
    const found = (await this.#own(path, site)) ?? (await site.answer(path));
    write(response, found ? 200 : 404, found ?? (await site.notFound()));
  }

  async #own(path: string, site: PreviewSite): Promise<Answer | undefined> {
    switch (path) {
      case '/_preview/':
        return { type: html, body: indexPage(await site.hidden(), this.#news.problems) };
      case '/_preview/client.js':
        return { type: 'text/javascript; charset=utf-8', body: clientScript };
      case '/consent.css':
        return { type: 'text/css; charset=utf-8', body: '/* no answer yet */' };
      default:
        return undefined;
    }
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    send(response, 'hello', this.#news);
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }
}

const html = 'text/html; charset=utf-8';

/** @returns something that no page is called when it cannot be read */
function decodedPath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch (cause) {
    if (cause instanceof URIError) return '/%.';
    throw cause;
  }
}

function write(response: ServerResponse, status: number, { type, body }: Answer): void {
  const shown = type.startsWith('text/html') ? dressed(String(body)) : body;
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(shown);
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
function send(response: ServerResponse, event: string, news: News): void {
  response.write(`event: ${event}\ndata: ${JSON.stringify(news)}\n\n`);
}
