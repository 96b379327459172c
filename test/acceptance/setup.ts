import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { boot, type Platform } from '../../cli/local/boot.ts';
import { placesIn } from '../../cli/local/places.ts';
import type { Outputs } from '../../cli/newsroom/facts.ts';
import { until } from '../../cli/newsroom/until.ts';
import { terminalProgress } from '../../cli/progress.ts';
import { defaultSettings } from '../../functions/shared/default-settings.ts';

/** What the tests know of the platform that was booted for them. */
export type BootedPlatform = { url: string; endpoint: string; caFile: string; outputs: Outputs };

declare module 'vitest' {
  interface ProvidedContext {
    platform: BootedPlatform;
  }
}

/**
 * Boots a platform for the tests alone: a home of its own and free ports, so that it never meets the one that
 * `npm start` runs. They share nothing but the installed emulator.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'galley-test-'));
  // Waiting without a word looks like a hanging test run.
  const progress = terminalProgress(process.stderr);
  let platform: Platform | undefined;
  const end = async () => {
    await platform?.close();
    await rm(home, { recursive: true, force: true });
  };
  try {
    platform = await boot({ places: placesIn(home), port: 0, fresh: false, progress });
    await progress.step('Upload the settings', () => publishSettings(platform as Platform));
  } catch (error) {
    await end();
    throw error;
  }
  const { url, endpoint, caFile = '', outputs } = platform;
  project.provide('platform', { url, endpoint, caFile, outputs });
  return end;
}

/** Before any test, because an article is refused as long as its section is unknown. */
async function publishSettings({ newsroom }: Platform): Promise<void> {
  const body = await readFile(join(import.meta.dirname, 'site.yaml'));
  await newsroom.put('site.yaml', { body, contentType: 'application/yaml; charset=utf-8' });
  const known = await until(async () => {
    const { settings } = await newsroom.catalog.settings();
    return settings.title !== defaultSettings.title || undefined;
  });
  if (!known) throw new Error('The settings did not arrive in the catalog within a minute.');
}
