import { createHash } from 'node:crypto';
import type { Secrets } from './secrets.ts';

/** Secrets that everybody can know, for tests and screenshots. */
export const memorySecrets: Secrets = {
  named: async (name) => createHash('sha256').update(name).digest(),
};
