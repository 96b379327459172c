import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { documentClient, objectClient } from '../shared/clients-store.ts';
import { dynamoCatalog } from '../shared/dynamo-catalog-store.ts';
import { requireEnv } from '../shared/env.ts';
import { env } from '../shared/layout.ts';
import { putInput, s3Objects } from '../shared/s3-objects-store.ts';
import { mapRuns } from './map-runs-store.ts';
import { type PlanEvent, type PlanParts, plan } from './plan.ts';

const storage = objectClient();
const machine = new SFNClient({});

const parts: PlanParts = {
  content: s3Objects(storage, requireEnv(env.contentBucket)),
  site: s3Objects(storage, requireEnv(env.siteBucket)),
  catalog: dynamoCatalog(documentClient(), requireEnv(env.catalogTable)),
  async keepList(key, body) {
    const list = putInput(requireEnv(env.rebuildLists), key, {
      body,
      contentType: 'application/json',
    });
    await storage.send(new PutObjectCommand(list));
  },
  async failures(execution, part) {
    const runs = await mapRuns(machine, execution);
    const counted = runs.filter((run) => part === undefined || run.part === part);
    return counted.reduce((sum, { failed }) => sum + failed, 0);
  },
};

/** Beside the steps: a rebuild was begun; name the files and the pages that it has to look at. */
export async function handler(event: PlanEvent) {
  return plan(parts, event);
}
