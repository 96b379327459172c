/** `{{price plan}}`: members are Ghost's; a theme made for them prints nothing here. */
export function price(): string {
  return '';
}
