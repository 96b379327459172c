/** `{{input_email}}`: gone from Ghost itself; kept so that an old theme still compiles. */
export function inputEmail(): string {
  return '';
}
