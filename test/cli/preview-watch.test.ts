import { expect, it, onTestFinished, vi } from 'vitest';
import { previewPlaces } from '../../cli/build/places.ts';
import { startPreview } from '../../cli/preview/preview.ts';
import { silent } from '../../cli/progress.ts';
import { Workshop } from './building.ts';
import { article, settings } from './content-folder.ts';

const soon = { timeout: 20_000, interval: 50 };

it('follows the files while they are written', async () => {
  const workshop = await Workshop.with({ 'site.yaml': settings, 'articles/wall.md': article() });
  const places = { ...previewPlaces(workshop.path('.')), cache: `${workshop.out}-cache` };
  const preview = await startPreview({ places, port: 0, progress: silent });
  onTestFinished(() => preview.close());
  const home = async () => (await fetch(`${preview.url}/`)).text();
  expect(await home()).toContain('The wall');
  workshop.write('articles/ferry.md', article().replace('The wall', 'The ferry'));
  await vi.waitFor(async () => expect(await home()).toContain('The ferry'), soon);
  workshop.remove('articles/wall.md');
  await vi.waitFor(async () => expect(await home()).not.toContain('The wall'), soon);
  workshop.write('articles/bad.md', article('titel: x\n'));
  const problems = async () => (await fetch(`${preview.url}/_preview/`)).text();
  await vi.waitFor(async () => expect(await problems()).toContain('unknown-key'), soon);
}, 60_000);

it('says so when the port is taken', async () => {
  const workshop = await Workshop.with({ 'site.yaml': settings });
  const places = { ...previewPlaces(workshop.path('.')), cache: `${workshop.out}-cache` };
  const first = await startPreview({ places, port: 0, progress: silent });
  onTestFinished(() => first.close());
  const port = Number(new URL(first.url).port);
  await expect(startPreview({ places, port, progress: silent })).rejects.toThrow(/is taken/);
}, 60_000);
