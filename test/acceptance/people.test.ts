import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from '../cli/content-folder.ts';
import { dot, freshId, freshName, markdown, publish } from './articles.ts';
import { galleyWith } from './cli.ts';
import { type Person, personWho, type Statement } from './people.ts';
import { newsroom } from './platform.ts';
import { held, send } from './replies.ts';

const { contentBucket, siteBucket, catalogTable, commentsTable } = newsroom.facts;
const bucket = (name: string, path = '') => `arn:aws:s3:::${name}${path}`;
const table = (name: string, path = '') =>
  `arn:aws:dynamodb:us-east-1:000000000000:table/${name}${path}`;

function may(Action: string[], ...Resource: string[]): Statement {
  return { Effect: 'Allow', Action, Resource };
}

/** The lists of docs/deploy.md. */
const readSite = [
  may(['s3:ListBucket'], bucket(siteBucket)),
  may(['s3:GetObject'], bucket(siteBucket, '/*')),
];
const author = [
  may(
    ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
    ...['articles', 'pages', 'images'].map((path) => bucket(contentBucket, `/${path}/*`)),
  ),
  may(['s3:GetObject'], bucket(contentBucket, '/reports/*')),
  may(['s3:ListBucket', 's3:ListBucketVersions'], bucket(contentBucket)),
  may(
    ['s3:GetObjectVersion'],
    ...['articles', 'pages'].map((path) => bucket(contentBucket, `/${path}/*`)),
  ),
  may(['dynamodb:GetItem'], table(catalogTable)),
  ...readSite,
];
const moderator = [
  may(['dynamodb:GetItem', 'dynamodb:UpdateItem'], table(commentsTable)),
  may(['dynamodb:Query'], table(commentsTable, '/index/*')),
  may(['dynamodb:GetItem', 'dynamodb:Query'], table(catalogTable)),
  ...readSite,
];

describe('an author with the permissions of the guide', () => {
  let person: Person;

  beforeAll(async () => {
    person = await personWho(...author);
  });

  /** Publishes one article from a content folder, with the image it shows. */
  async function published(id: string, text: string) {
    const image = `images/${id}.png`;
    const folder = await folderWith({
      'site.yaml': 'title: Not uploaded\n',
      [`articles/${id}.md`]: `${text}\n![A dot](${image})\n`,
      [image]: dot,
    });
    return galleyWith(person, 'publish', join(folder, `articles/${id}.md`));
  }

  it('publishes an article and the image beside it', async () => {
    const id = freshId();
    const { status, stdout, stderr } = await published(id, markdown({}));
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toContain(`/${id}/\n`);
    expect(stdout).toContain(`/images/${id}.`);
  });

  it('stores a draft', async () => {
    const { status, stdout } = await published(freshId(), markdown({ lines: 'status: draft\n' }));
    expect(status).toBe(0);
    expect(stdout).toContain('/preview/');
  });

  it('reads why an article was refused', async () => {
    const name = freshName();
    await publish(name, {});
    const folder = await folderWith({ 'page.md': '---\ntitle: Second\n---\n\nText.\n' });
    const args = ['publish', join(folder, 'page.md'), '--as', `pages/${name}.md`];
    const { status, stderr } = await galleyWith(person, ...args);
    expect(status).toBe(1);
    expect(stderr).toContain('address-taken');
  });

  it('does not get to see replies', async () => {
    const { status, stderr } = await galleyWith(person, 'replies');
    expect(status).toBe(2);
    expect(stderr).toContain('AccessDenied');
  });
});

describe('a moderator with the permissions of the guide', () => {
  it('finds, reads and approves a reply, and waits for its page', async () => {
    const person = await personWho(...moderator);
    const id = freshId();
    await publish(id, {});
    await send(id, { email: 'ada@example.org' });
    const [reply] = await held(id);
    const name = reply?.id ?? '';
    const listed = await galleyWith(person, 'replies', '--article', id);
    expect(listed.stdout).toContain(name);
    const shown = await galleyWith(person, 'replies', 'show', name);
    expect(shown.stdout).toContain('ada@example.org');
    const approved = await galleyWith(person, 'replies', 'approve', name);
    expect({ status: approved.status, stderr: approved.stderr }).toMatchObject({ status: 0 });
    expect(approved.stdout).toContain(`/${id}/#reply-${name}`);
  });

  it('cannot publish', async () => {
    const person = await personWho(...moderator);
    const folder = await folderWith({ 'a.md': markdown({}) });
    const args = ['publish', join(folder, 'a.md'), '--as', `articles/${freshId()}.md`];
    const { status, stderr } = await galleyWith(person, ...args);
    expect(status).toBe(2);
    expect(stderr).toContain('AccessDenied');
  });
});
