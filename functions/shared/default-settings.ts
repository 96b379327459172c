import type { Settings } from './model.ts';

/** What a site looks like before its first valid `site.yaml`, in the order in which one that says the same is read. */
export const defaultSettings: Settings = {
  title: 'Galley',
  description: '',
  url: '',
  language: 'en',
  direction: 'ltr',
  timeZone: 'UTC',
  sections: [],
  navigation: [],
  footer: [],
  replies: 'open',
  pageSize: 20,
  feeds: ['rss', 'atom', 'json'],
  social: [],
  profiles: [],
  retiredSections: [],
};
