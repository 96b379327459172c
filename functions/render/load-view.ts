import type { Catalog } from '../shared/catalog.ts';
import type { Comments } from '../shared/comments.ts';
import {
  type ArticleRecord,
  type Card,
  type Reply,
  replyRuleOf,
  type Settings,
} from '../shared/model.ts';
import { approvedReplies } from '../shared/moved-replies.ts';
import type { Objects } from '../shared/objects.ts';
import type { PageName } from '../shared/pages.ts';
import { type Texts, textOf } from './body.ts';
import { type Company, loadBeside } from './load-beside.ts';
import { loadList } from './load-list.ts';
import { replyHtml } from './reply-text.ts';
import type { ReplyView, View } from './view.ts';

/** The truths and what is derived from them: all that a page may depend on, beside the theme. */
export type Sources = {
  catalog: Catalog;
  content: Objects;
  comments: Comments;
  /** A build reads each text once, when it checks it. */
  texts?: Texts;
};

/** What a page shows. `source` names the bytes an article was made of, for whoever waits for it to be live. */
export type Loaded = { view: View; source?: string };

/** Standing pages have no date, so nothing is beside them. */
const alone: Company = { beside: {}, related: [] };

/** Reads what a page shows; undefined when there is no such page (any more). */
export async function loadView(
  sources: Sources,
  page: PageName & { kind: 'address' | 'list' },
  settings: Settings,
): Promise<Loaded | undefined> {
  const { catalog, comments } = sources;
  if (page.kind === 'list') {
    const view = await loadList(catalog, page, settings);
    return view && { view };
  }
  const record = await catalog.article(page.id);
  if (record?.state !== 'live' || !record.card || !record.key) return undefined;
  const { card } = record;
  const [html, replies, company] = await Promise.all([
    textOf(sources, record, { language: settings.language, leads: !card.hero }),
    approvedReplies(catalog, comments, record),
    record.kind === 'article' ? loadBeside(catalog, card) : alone,
  ]);
  const view = { ...articleView(record, card, html, replies, settings), ...company };
  return { view, ...(record.source ? { source: record.source } : {}) };
}

function articleView(
  record: ArticleRecord,
  card: Card,
  html: string,
  replies: Reply[],
  settings: Settings,
): Omit<View & { kind: 'article' | 'page' }, keyof Company> {
  const replyRule = replyRuleOf(record, settings);
  const shown = replyRule === 'off' ? [] : replies;
  return {
    kind: record.kind,
    card: { ...card, replyCount: shown.length },
    html,
    ...(card.canonical ? { canonical: card.canonical } : {}),
    replies: shown.map(replyView),
    replyRule,
    corrections: record.corrections ?? [],
  };
}

function replyView(reply: Reply): ReplyView {
  const { id, name, created, parent, website } = reply;
  return {
    id,
    name,
    created,
    html: replyHtml(reply.text),
    ...(parent ? { parent } : {}),
    ...(website && /^https?:\/\//i.test(website) ? { website } : {}),
  };
}
