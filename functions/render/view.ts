import type { Card, Correction, Profile, Ref, ReplyRule, Settings } from '../shared/model.ts';

/** An approved reply as the page shows it. `html` comes from `reply-text.ts` and is safe; the rest is as typed. */
export type ReplyView = {
  id: string;
  parent?: string;
  name: string;
  /** Only http and https addresses get this far. */
  website?: string;
  created: string;
  html: string;
};

/** What was typed into the reply form, given back when something was wrong with it. */
export type ReplyFormValues = { reply: string; name: string; email: string; website: string };

/** A field of the reply form that needs another look; `field` is empty when it is about the whole. */
export type FormProblem = { field: keyof ReplyFormValues | ''; message: string };

/**
 * An article among others, as neighbours and related stories show it: without its number of replies, or a reply would
 * change many pages.
 */
export type Brief = Card & { replyCount: 0 };

/** The articles next to one in a list, by date. */
export type Beside = { older?: Brief; newer?: Brief };

/**
 * Everything a page shows, as plain values: the only input of the theme beside the settings. A page is a pure
 * function of it.
 */
export type View =
  | {
      kind: 'article' | 'page';
      card: Card;
      html: string;
      canonical?: string;
      replies: ReplyView[];
      replyRule: ReplyRule;
      corrections: Correction[];
      /** By list: `home` and the article's section. Empty for standing pages and previews. */
      beside: Record<string, Beside>;
      /** The nearest older ones in the section, then those by shared tags; at most three. */
      related: Brief[];
      /** Only who knows the address sees it: nothing may lead search engines to it. */
      preview?: 'draft' | 'scheduled';
    }
  | {
      kind: 'list';
      /** `home`, `section/news`, `tag/harbour`, `author/galley-staff`. */
      list: string;
      listKind: 'home' | 'section' | 'tag' | 'author';
      /** Missing for home. */
      ref?: Ref & { description?: string };
      /** Of an author, as `authors.yaml` has it. */
      profile?: Profile;
      /** On the front page: the newest articles that are featured. */
      featured?: Card[];
      /** `2026-11` for a month page, missing for the newest articles. */
      month?: string;
      cards: Card[];
      /** Page names of the neighbouring archive pages. */
      older?: string;
      newer?: string;
    }
  /** The overview of the archive: months (`2026-11`) that have articles, newest first. */
  | { kind: 'archive'; months: string[] }
  | { kind: 'not-found' }
  | {
      /** Answer of the API to a form that could not be accepted. */
      kind: 'reply-form';
      /** The article's id as it was sent, so that sending again can succeed; anything, it came from outside. */
      article: string;
      /** Missing when there is no such article, or when it could not be read. */
      card?: Card;
      /** Heading: what happened, in one sentence. */
      message: string;
      problems: FormProblem[];
      values: ReplyFormValues;
      /** Whether sending again can help. */
      retry: boolean;
    }
  | AnswerView;

/** A page that the API answers with, for one reader at one moment: what happened, and what can be done about it. */
export type AnswerView = {
  kind: 'answer';
  /** What happened, in one sentence. */
  heading: string;
  /** What else there is to say: paragraphs, plain. */
  says: string[];
  /** The article it is about. */
  card?: Card;
  /** A reply to look at. */
  reply?: Pick<ReplyView, 'name' | 'html'>;
  /** Each does one thing when its button is pressed. */
  forms: AnswerForm[];
};

/** A form with one button, sent with POST. */
export type AnswerForm = {
  /** Site path. */
  action: string;
  hidden: Record<string, string>;
  /** A text to write or to change, with its label; `name` is the name of the field. */
  text?: { name: string; label: string; value: string };
  button: string;
};

/** What one site looks like to the theme, beside the view. */
export type SiteView = {
  settings: Settings;
  /** Absolute address of the site without trailing slash. */
  url: string;
};
