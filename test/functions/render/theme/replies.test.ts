import { describe, expect, it } from 'vitest';
import {
  deepest,
  type ThreadReply,
  treeOf,
} from '../../../../functions/render/theme/ghost/thread.ts';
import { type Around, draw } from './draw.ts';
import { articleView, reply } from './newsroom.ts';

const outline = (replies: ThreadReply[]): unknown[] =>
  replies.map(({ id, replies: answers }) => (answers.length > 0 ? [id, outline(answers)] : id));

describe('the thread', () => {
  it('has answers under what they answer, oldest first', () => {
    const thread = treeOf([
      reply({ id: '1' }),
      reply({ id: '2' }),
      reply({ id: '3', parent: '1' }),
      reply({ id: '4', parent: '3' }),
      reply({ id: '5', parent: '1' }),
    ]);
    expect(outline(thread)).toEqual([['1', [['3', ['4']], '5']], '2']);
  });

  it('names whom a reply answers', () => {
    const [first] = treeOf([
      reply({ id: '1', name: 'Ada' }),
      reply({ id: '2', parent: '1', name: 'Bob' }),
    ]);
    expect(first?.replies[0]).toMatchObject({ name: 'Bob', parent_name: 'Ada' });
    expect(first).not.toHaveProperty('parent_name');
  });

  it('puts an answer at the top when what it answers is not shown, or is itself', () => {
    const thread = treeOf([reply({ id: '1', parent: '0' }), reply({ id: '2', parent: '2' })]);
    expect(outline(thread)).toEqual(['1', '2']);
  });

  it('is five deep and no deeper, however long a quarrel is', () => {
    const quarrel = Array.from({ length: 2000 }, (_, index) =>
      reply({ id: String(index + 1), ...(index > 0 ? { parent: String(index) } : {}) }),
    );
    const depthOf = (replies: ThreadReply[]): number =>
      replies.length === 0 ? 0 : 1 + Math.max(...replies.map((each) => depthOf(each.replies)));
    const thread = treeOf(quarrel);
    expect(depthOf(thread)).toBe(deepest);
    const last = thread[0]?.replies[0]?.replies[0]?.replies[0]?.replies.at(-1);
    expect(last).toMatchObject({ id: '2000' });
  });
});

describe('{{comments}}', () => {
  const post = { comment_id: 'a1', access: true, title: 'T' };
  const partials = {
    comments:
      '{{title}} {{reply_count}} {{article}} {{open}} {{closed}} [{{values.reply}}] {{#foreach replies}}{{> reply}}{{/foreach}}',
    reply: '({{permalink}} {{name}} {{html}}{{#foreach replies}}{{> reply}}{{/foreach}})',
  };
  const around = (view = articleView(), more: Around = {}): Around => ({
    galley: { view },
    partials,
    ...more,
  });
  const replies = [reply({ id: '1', name: '<b>' }), reply({ id: '2', parent: '1' })];

  it('hands the thread and an empty form to the partial', () => {
    expect(draw('{{comments}}', post, around(articleView({ replies })))).toBe(
      'T 2 2026/11/harbour-wall true false [] (#reply-1 &lt;b&gt; <p>Well.</p>(#reply-2 Bob <p>Well.</p>))',
    );
  });

  it('says when the thread is closed', () => {
    expect(draw('{{comments}}', post, around(articleView({ replyRule: 'closed' })))).toContain(
      'false true',
    );
  });

  it.each([
    ['replies are off', post, articleView({ replies, replyRule: 'off' })],
    ['there is no access', { ...post, access: false }, articleView()],
    ['it is no post', {}, articleView()],
  ])('prints nothing when %s', (_why, context, view) => {
    expect(draw('[{{comments}}]', context, around(view))).toBe('[]');
  });

  it('has a thread and a form of its own for a theme without the partial', () => {
    const html = draw('{{comments}}', post, { galley: { view: articleView({ replies }) } });
    expect(html).toContain('<article id="reply-2">');
    expect(html).toContain('name="article" value="2026/11/harbour-wall"');
    expect(html).toContain('id="reply-received"');
  });
});

describe('{{comment_count}}', () => {
  it.each([
    ['comment_count', 0, ''],
    ['comment_count empty="none"', 0, '<span>none</span>'],
    ['comment_count', 1, '<span>1 comment</span>'],
    ['comment_count singular="reply" plural="replies"', 2, '<span>2 replies</span>'],
    ['comment_count autowrap="em" class="n"', 2, '<em class="n">2 comments</em>'],
    ['comment_count autowrap="false"', 2, '2 comments'],
    ['comment_count plural="<b>"', 2, '<span>2 &lt;b&gt;</span>'],
    ['comment_count autowrap="b onclick"', 2, '<span>2 comments</span>'],
  ])('{{%s}} of %i is "%s"', (tag, count, expected) => {
    expect(draw(`{{${tag}}}`, { reply_count: count })).toBe(expected);
  });
});
