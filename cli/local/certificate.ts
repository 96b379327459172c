import { X509Certificate } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Places } from './places.ts';
import { run } from './run.ts';

/** Paths of PEM files. */
export type Certificate = { ca: string; certificate: string; key: string };

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * A certificate authority of this platform alone and a server certificate signed by it, renewed a month before
 * it ends.
 *
 * The emulator must speak TLS, because buckets and queues of the stack refuse anything else, and the certificate
 * it would make itself needs the openssl program, which not every machine has.
 */
export async function ensureCertificate(
  python: string,
  places: Places,
  now: Date,
): Promise<Certificate> {
  const paths = {
    ca: join(places.certificates, 'ca.pem'),
    certificate: join(places.certificates, 'server.pem'),
    key: join(places.certificates, 'server-key.pem'),
  };
  const current = await readFile(paths.certificate).catch(() => undefined);
  const end = current ? Date.parse(new X509Certificate(current).validTo) : 0;
  if (end > now.getTime() + month) return paths;
  await mkdir(places.certificates, { recursive: true });
  await run(python, [join(import.meta.dirname, 'certificate.py'), places.certificates], {
    doing: 'Making the certificates',
    log: join(places.logs, 'certificate.log'),
    env: { ...process.env, PYTHONPATH: places.install },
    advice: `Remove ${places.install} and start again: it is then installed anew.`,
  });
  return paths;
}

/** Makes this process trust the authority; `NODE_EXTRA_CA_CERTS` is only read when Node starts. */
export async function trust(caFile: string): Promise<void> {
  const added = await readFile(caFile, 'utf8');
  const known = getCACertificates('default');
  if (!known.includes(added)) setDefaultCACertificates([...known, added]);
}
