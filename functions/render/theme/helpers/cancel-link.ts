/** `{{cancel_link}}`: members are Ghost's; a theme made for them prints nothing here. */
export function cancelLink(): string {
  return '';
}
