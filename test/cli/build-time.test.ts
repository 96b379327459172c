import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goodSource, usualSettings } from '../newsroom/sources.ts';
import { Workshop } from './building.ts';
import { folderWith, now } from './content-folder.ts';

const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);

describe('a build', () => {
  it('has a scheduled article from its time on, and an expired one up to it', async () => {
    const workshop = await Workshop.with({
      'site.yaml': usualSettings,
      'articles/soon.md': goodSource('Soon', '2026-11-25 12:00'),
      'articles/old.md': goodSource('Old', '2026-11-20').replace(
        '\n---\n',
        '\nexpires: 2026-11-26\n---\n',
      ),
    });
    const pages = async (days: number) => {
      await workshop.build({ now: later(days) });
      expect(workshop.files()).toEqual(await workshop.anew({ now: later(days) }));
      return Object.keys(workshop.files()).filter((key) => /^(soon|old)\//.test(key));
    };
    expect(await pages(0)).toEqual(['old/index.html']);
    expect(await pages(1)).toEqual(['old/index.html', 'soon/index.html']);
    expect(await pages(3)).toEqual(['soon/index.html']);
  });

  it('has a scheduled article from the time on that it was moved to', async () => {
    const dated = (date: string) => goodSource('Soon', date);
    const workshop = await Workshop.with({
      'site.yaml': usualSettings,
      'articles/soon.md': dated('2026-12-10 12:00'),
    });
    await workshop.build();
    workshop.write('articles/soon.md', dated('2026-11-25 12:00'));
    await workshop.build();
    expect(workshop.files()).not.toHaveProperty('soon/index.html');
    await workshop.build({ now: later(2) });
    expect(workshop.files()).toHaveProperty('soon/index.html');
    expect(workshop.files()).toEqual(await workshop.anew({ now: later(2) }));
  });

  it('has no page of a draft, and no preview', async () => {
    const workshop = await Workshop.with({
      'site.yaml': usualSettings,
      'articles/secret.md': goodSource('Secret', '2026-11-20').replace(
        '---\n',
        '---\nstatus: draft\n',
      ),
    });
    const { reports } = await workshop.build();
    expect(reports).toMatchObject([{ outcome: 'draft' }]);
    expect(JSON.stringify(workshop.files())).not.toContain('Secret');
  });
});

describe('replies', () => {
  const reply = {
    article: 'wall',
    id: '01A',
    name: 'Ada',
    text: 'It *held*.',
    created: '2026-11-04T08:00:00Z',
  };
  const files = {
    'site.yaml': usualSettings,
    'articles/wall.md': goodSource('The wall', '2026-11-03'),
  };

  async function exported(...lines: unknown[]) {
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    return join(await folderWith({ 'replies.ndjson': text.join('\n') }), 'replies.ndjson');
  }

  it('of an export stand below their articles when they were approved, and are counted', async () => {
    const workshop = await Workshop.with(files);
    const answer = {
      ...reply,
      id: '01B',
      parent: '01A',
      name: 'Bo',
      text: 'Yes.',
      email: 'bo@example.org',
    };
    const held = { ...reply, id: '01C', text: 'Buy this.', state: 'held' };
    const replies = await exported(
      { ...answer, state: 'approved' },
      { ...reply, state: 'approved' },
      held,
    );
    await workshop.build({ replies });
    const { 'wall/index.html': page, 'index.html': home } = workshop.files();
    expect(page).toMatch(/It <em>held<\/em>[\s\S]*Yes\./);
    expect(page).not.toContain('Buy this');
    expect(JSON.stringify(workshop.files())).not.toContain('bo@example.org');
    expect(home).toContain('2 replies');
  });

  it('are looked at again when the export is another one', async () => {
    const workshop = await Workshop.with(files);
    await workshop.build();
    const replies = await exported({ ...reply, state: 'approved' });
    await workshop.build({ replies });
    expect(workshop.files()['wall/index.html']).toContain('It <em>held</em>');
    expect(workshop.files()).toEqual(await workshop.anew({ replies }));
  });

  it('are refused with the line that is none', async () => {
    const workshop = await Workshop.with(files);
    for (const line of ['{', '"reply"', { ...reply, state: 'nice' }, { ...reply, name: 7 }]) {
      const replies = await exported({ ...reply, state: 'approved' }, '', line);
      await expect(workshop.build({ replies })).rejects.toThrow('replies.ndjson:3 is no reply');
    }
  });

  it('are refused when there is no such file', async () => {
    const workshop = await Workshop.with(files);
    await expect(workshop.build({ replies: 'nowhere.ndjson' })).rejects.toThrow(/cannot be read/);
  });
});
