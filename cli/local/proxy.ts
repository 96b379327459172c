import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { Failure } from '../failure.ts';

export type ProxyTarget = { endpoint: string; distributionDomain: string; apiId: string };

export type Proxy = {
  port: number;
  /** Until then, every request is answered with a page that says to wait. */
  open(target: ProxyTarget): void;
  close(): Promise<void>;
};

/** Headers that belong to one connection (RFC 9110, section 7.6.1) and must not be passed on. */
const ofTheConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const ofTheApi = new Set(['accept', 'content-type', 'content-length', 'sec-fetch-site']);

/**
 * The public face of the local platform: plain HTTP on 127.0.0.1, because a browser does not know our certificate
 * authority, passed on to the emulated CDN.
 *
 * `/api/*` goes straight to the HTTP API: the emulator answers 502 for a CDN origin at `execute-api`. It gets what
 * CloudFront would let through (infra/constructs/site.ts), so that a header which is missing there is missed here.
 *
 * @param port 0 for any
 */
export async function startProxy(port: number): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  let target: ProxyTarget | undefined;
  const server = createServer((incoming, outgoing) => {
    if (target) pass(incoming, outgoing, target, agent);
    else wait(outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inUse(port, error)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    open: (opened) => {
      target = opened;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { endpoint, distributionDomain, apiId }: ProxyTarget,
  agent: Agent,
): void {
  const path = incoming.url ?? '/';
  const toApi = path.startsWith('/api/');
  const headers = toApi
    ? { ...only(ofTheApi, incoming.headers), host: new URL(endpoint).host }
    : { ...withoutConnection(incoming.headers), host: distributionDomain };
  const upstream = request(
    new URL(endpoint),
    {
      agent,
      // Else Node would check the certificate against the Host header, which names the distribution.
      servername: '',
      method: incoming.method,
      path: toApi ? `/_aws/execute-api/${apiId}/$default${path.replace(/\?.*/, '')}` : path,
      headers,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answered(answer, distributionDomain, incoming));
      pipeline(answer, outgoing, () => {});
    },
  );
  upstream.on('error', (error) => {
    if (outgoing.headersSent) return void outgoing.destroy();
    outgoing.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    outgoing.end(`The emulator did not answer (${error.message}). Is "npm start" still running?\n`);
  });
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) upstream.destroy();
  });
  // Not a pipeline: that one would end the reader's connection, on which the next request may be under way already.
  incoming.pipe(upstream);
}

function answered(answer: IncomingMessage, domain: string, incoming: IncomingMessage) {
  const headers = withoutConnection(answer.headers);
  // A browser that heard this once for localhost would refuse plain HTTP there for a year, for every project.
  delete headers['strict-transport-security'];
  const { location, 'set-cookie': cookies } = headers;
  // Safari takes no secure cookie from plain HTTP, not even from localhost.
  if (cookies) headers['set-cookie'] = [cookies].flat().map((each) => each.replace('; Secure', ''));
  if (typeof location === 'string' && location.startsWith(`https://${domain}/`)) {
    const here = `http://${incoming.headers.host}`;
    headers.location = `${here}${location.slice(`https://${domain}`.length)}`;
  }
  return headers;
}

function withoutConnection(headers: IncomingMessage['headers']) {
  const kept = Object.entries(headers).filter(([name]) => !ofTheConnection.has(name));
  return Object.fromEntries(kept);
}

function only(names: Set<string>, headers: IncomingMessage['headers']) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.has(name)));
}

function wait(outgoing: ServerResponse): void {
  outgoing.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' });
  outgoing.end(
    '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Galley</title><p>Galley is starting.',
  );
}

function inUse(port: number, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') {
    return new Failure(`Port ${port} is in use by another program.`, {
      advice: `Take another one: npm start -- --port ${port + 1}`,
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new Failure(`Port ${port} may not be opened by this user.`, {
      advice: 'Take one above 1023: npm start -- --port 8080',
      cause: error,
    });
  }
  return error;
}
