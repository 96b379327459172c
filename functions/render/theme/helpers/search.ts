/** `{{search}}`: Ghost's button for a search that runs as a script. There is none, so there is no button either. */
export function search(): string {
  return '';
}
