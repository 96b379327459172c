/** `{{recommendations}}`: other sites. Galley keeps no such list; Ghost prints nothing then. */
export function recommendations(): string {
  return '';
}
