import type { Catalog } from '../shared/catalog.ts';
import type { Comments } from '../shared/comments.ts';
import { limits, monthPage } from '../shared/layout.ts';
import {
  type ArticleRecord,
  type Card,
  type Ref,
  type Reply,
  replyRuleOf,
  type Settings,
} from '../shared/model.ts';
import { approvedReplies } from '../shared/moved-replies.ts';
import type { Objects } from '../shared/objects.ts';
import type { PageName } from '../shared/pages.ts';
import { bodyOf } from './body.ts';
import { replyHtml } from './reply-text.ts';
import type { ReplyView, View } from './view.ts';

/** The truths and what is derived from them: all that a page may depend on, beside the theme. */
export type Sources = { catalog: Catalog; content: Objects; comments: Comments };

/** What a page shows. `source` names the bytes an article was made of, for whoever waits for it to be live. */
export type Loaded = { view: View; source?: string };

/** Reads what a page shows; undefined when there is no such page (any more). */
export async function loadView(
  { catalog, comments, content }: Sources,
  page: PageName & { kind: 'address' | 'list' },
  settings: Settings,
): Promise<Loaded | undefined> {
  if (page.kind === 'list') {
    const view = await loadList(catalog, page.list, page.month, settings);
    return view && { view };
  }
  const record = await catalog.article(page.id);
  if (record?.state !== 'live' || !record.card || !record.key) return undefined;
  const [source, replies] = await Promise.all([
    content.get(record.key, record.versionId),
    approvedReplies(catalog, comments, record),
  ]);
  if (!source) throw new Error(`${record.key} has no version ${record.versionId} any more`);
  const view = articleView(record, record.card, source.body, replies, settings);
  return { view, ...(record.source ? { source: record.source } : {}) };
}

function articleView(
  record: ArticleRecord,
  card: Card,
  source: Uint8Array,
  replies: Reply[],
  settings: Settings,
): View {
  const replyRule = replyRuleOf(record, settings);
  const shown = replyRule === 'off' ? [] : replies;
  return {
    kind: record.kind,
    card: { ...card, replyCount: shown.length },
    html: bodyOf(source, record.images ?? {}, { language: settings.language, leads: !card.hero }),
    ...(record.canonical ? { canonical: record.canonical } : {}),
    replies: shown.map(replyView),
    replyRule,
    corrections: record.corrections ?? [],
    beside: {},
    related: [],
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

type ListKind = 'home' | 'section' | 'tag' | 'author';

async function loadList(
  catalog: Catalog,
  list: string,
  month: string | undefined,
  settings: Settings,
): Promise<View | undefined> {
  const [listKind = 'home', slug = ''] = list.split('/') as [ListKind?, string?];
  const shown = month
    ? await catalog.month(list, month)
    : await catalog.latest(list, limits.cardsPerList + 1);
  const section = settings.sections.find((known) => listKind === 'section' && known.slug === slug);
  const always = !month && (listKind === 'home' || section !== undefined);
  if (shown.length === 0 && !always) return undefined;
  const cards = month ? shown : shown.slice(0, limits.cardsPerList);
  const ref = section ?? nameIn(cards, listKind, slug);
  return {
    kind: 'list',
    list,
    listKind,
    cards,
    ...(listKind === 'home' || !ref ? {} : { ref }),
    ...(month ? { month, ...(await archiveLinks(catalog, list, month)) } : older(list, shown)),
  };
}

/** Tags and authors are named as the newest article shown writes them. */
function nameIn(cards: Card[], kind: ListKind, slug: string): Ref | undefined {
  const card = cards[0];
  const refs = { home: [], section: [card?.section], tag: card?.tags, author: card?.authors }[kind];
  return refs?.find((ref) => ref?.slug === slug);
}

/** From the newest articles, "older" leads to the month in which they end. */
function older(list: string, shown: Card[]): { older?: string } {
  const next = shown[limits.cardsPerList];
  return next ? { older: monthPage(list, next.date.slice(0, 7)) } : {};
}

async function archiveLinks(catalog: Catalog, list: string, month: string) {
  const { older, newer } = await catalog.neighbours(list, month);
  return {
    ...(older ? { older: monthPage(list, older) } : {}),
    ...(newer ? { newer: monthPage(list, newer) } : {}),
  };
}
