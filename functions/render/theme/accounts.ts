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

/** Platforms whose names are written with and without an `@` before them. */
const withoutAt = ['twitter', 'x', 'threads', 'tiktok'];

/** The address of an account; undefined for a platform that Ghost does not know. */
export function accountAddress(platform: string, username: string): string | undefined {
  const start = Object.hasOwn(starts, platform) ? starts[platform] : undefined;
  if (start === undefined) return undefined;
  return start + usernameAt(platform, username);
}

function usernameAt(platform: string, username: string): string {
  if (withoutAt.includes(platform)) return username.replace(/^@/, '');
  if (platform === 'facebook') return username.replace(/^\//, '');
  const isPerson = platform === 'linkedin' && !/^(?:in|company|school|pub)\//.test(username);
  return isPerson ? `in/${username}` : username;
}
