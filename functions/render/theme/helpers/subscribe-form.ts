/** `{{subscribe_form}}`: gone from Ghost itself; kept so that an old theme still compiles. */
export function subscribeForm(): string {
  return '';
}
