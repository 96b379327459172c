import type { Picture, Ref } from './model.ts';
import type { ReplyRule } from './reply-model.ts';

export type NavigationItem = { label: string; url: string };

/** What `authors.yaml` says of an author, beside the name. */
export type Profile = Ref & {
  bio?: string;
  /** Where the author can be found, for example `https://social.example/@jo`. */
  links: NavigationItem[];
  picture?: Picture;
};

export type FeedFormat = 'rss' | 'atom' | 'json';

export type Consent = {
  /** The sentence in the banner: what cookies are for and that one can opt out. */
  text: string;
  accept: string;
  refuse: string;
  more: string;
  /** Site path that explains it all. */
  readMore: string;
};

/** The parsed `site.yaml`. */
export type Settings = {
  title: string;
  description: string;
  /** Public address without trailing slash; empty means: what the stack was deployed with. */
  url: string;
  language: string;
  direction: 'ltr' | 'rtl';
  timeZone: string;
  /** In the order of the navigation. */
  sections: (Ref & { description?: string })[];
  /** Sections that an earlier site.yaml named: their articles stay valid, the navigation no longer shows them. */
  retiredSections: Ref[];
  navigation: NavigationItem[];
  footer: NavigationItem[];
  /** For articles that do not say it themselves. */
  replies: ReplyRule;
  consent?: Consent;
  /** Articles on the newest page of a list, and items in a feed. */
  pageSize: number;
  /** Which feeds there are, for the site and for each section, tag and author. */
  feeds: FeedFormat[];
  logo?: Picture;
  /** Accounts of the newsroom elsewhere. */
  social: NavigationItem[];
  /** By `authors.yaml`, in its order. */
  profiles: Profile[];
};

/** `quiet`: as of an `ArticleRecord`. */
export type SettingsRecord = {
  revision: number;
  settings: Settings;
  /** Keys of the originals that the settings show, there or not. Their use is noted. */
  images?: string[];
  /** Version of `site.yaml` up to which every section that was ever named is in `settings`. */
  seen?: string;
  quiet?: true;
};
