import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Secrets } from '../../../functions/shared/secrets.ts';

/** What every keeper of secrets must do. @param create makes one more that keeps the same secrets */
export function secretsContract(name: string, create: () => Secrets): void {
  describe(name, () => {
    it('has 32 bytes for a name, the same for all who ask', async () => {
      const secret = randomUUID();
      const first = await create().named(secret);
      expect(first).toHaveLength(32);
      expect([...(await create().named(secret))]).toEqual([...first]);
    });

    it('has others for another name', async () => {
      const secrets = create();
      const [one, other] = await Promise.all([
        secrets.named(randomUUID()),
        secrets.named(randomUUID()),
      ]);
      expect([...one]).not.toEqual([...other]);
    });

    it('has one for many who ask at the same moment, with a time at which it ends or without', async () => {
      const secret = randomUUID();
      const ends = new Date(Date.now() + 3_600_000);
      const asked = [1, 2, 3, 4, 5, 6].map((nth) =>
        create().named(secret, nth % 2 ? ends : undefined),
      );
      const given = await Promise.all(asked);
      expect(new Set(given.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(1);
    });
  });
}
