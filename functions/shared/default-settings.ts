import type { Settings } from './model.ts';

/** What a site looks like before its first valid `site.yaml`. */
export const defaultSettings: Settings = {
  title: 'Galley',
  description: '',
  url: '',
  language: 'en',
  direction: 'ltr',
  timeZone: 'UTC',
  sections: [],
  retiredSections: [],
  navigation: [],
  footer: [],
  replies: 'open',
};
