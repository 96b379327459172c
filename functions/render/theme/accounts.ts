/** In the order in which they are shown. `key` is where Ghost's data has the name, if elsewhere. */
export const platforms: { type: string; key?: string; name: string }[] = [
  { type: 'x', key: 'twitter', name: 'X' },
  { type: 'facebook', name: 'Facebook' },
  { type: 'linkedin', name: 'LinkedIn' },
  { type: 'bluesky', name: 'Bluesky' },
  { type: 'threads', name: 'Threads' },
  { type: 'mastodon', name: 'Mastodon' },
  { type: 'tiktok', name: 'TikTok' },
  { type: 'youtube', name: 'YouTube' },
  { type: 'instagram', name: 'Instagram' },
];

const starts: Record<string, string> = {
  twitter: 'https://x.com/',
  x: 'https://x.com/',
  facebook: 'https://www.facebook.com/',
  linkedin: 'https://www.linkedin.com/',
  bluesky: 'https://bsky.app/profile/',
  threads: 'https://www.threads.net/@',
  mastodon: 'https://',
  tiktok: 'https://www.tiktok.com/@',
  youtube: 'https://www.youtube.com/',
  instagram: 'https://www.instagram.com/',
};

/** Whose addresses these are; Ghost's data calls X by its old name. */
const hosts: Record<string, string> = {
  'x.com': 'twitter',
  'twitter.com': 'twitter',
  'facebook.com': 'facebook',
  'linkedin.com': 'linkedin',
  'bsky.app': 'bluesky',
  'threads.net': 'threads',
  'threads.com': 'threads',
  'tiktok.com': 'tiktok',
  'youtube.com': 'youtube',
  'instagram.com': 'instagram',
};

/** What stands before the name in an address, and is no part of the name that Ghost's data has. */
const before = /^(?:profile\/|@)/;

/** Platforms whose names are written with and without an `@` before them. */
const withoutAt = ['twitter', 'x', 'threads', 'tiktok'];

/** The address of an account; undefined for a platform that Ghost does not know. */
export function accountAddress(platform: string, username: string): string | undefined {
  const start = Object.hasOwn(starts, platform) ? starts[platform] : undefined;
  if (start === undefined) return undefined;
  return start + usernameAt(platform, username);
}

/**
 * The accounts among links, by the names that Ghost's data has for them, the first of each platform; and the first
 * address on the web that is none. Mastodon is in many places, so a link has to be labelled so.
 */
export function accountsIn(links: { label: string; url: string }[]): Record<string, string | null> {
  const found: Record<string, string | null> = { website: null };
  for (const { key, type } of platforms) found[key ?? type] = null;
  for (const { label, url } of links) {
    const address = URL.parse(url);
    if (!address || !/^https?:$/.test(address.protocol)) continue;
    const { hostname, pathname } = address;
    const path = pathname.replace(/^\/|\/$/g, '');
    const domain = hostname.split('.').slice(-2).join('.');
    const isMastodon = label.toLowerCase() === 'mastodon';
    const platform = hosts[domain] ?? (isMastodon ? 'mastodon' : undefined);
    if (platform === undefined) found.website ??= url;
    else if (path !== '') found[platform] ??= nameIn(platform, path, hostname);
  }
  return found;
}

function nameIn(platform: string, path: string, host: string): string {
  if (platform === 'mastodon') return `${host}/${path}`;
  if (platform === 'youtube') return path;
  const name = path.replace(before, '');
  return platform === 'twitter' ? `@${name}` : name;
}

function usernameAt(platform: string, username: string): string {
  if (withoutAt.includes(platform)) return username.replace(/^@/, '');
  if (platform === 'facebook') return username.replace(/^\//, '');
  const isPerson = platform === 'linkedin' && !/^(?:in|company|school|pub)\//.test(username);
  return isPerson ? `in/${username}` : username;
}
