/** `{{tiers}}`: which members may read a post. Everybody may. */
export function tiers(): string {
  return '';
}
