/** `{{ghost_foot}}`: what a site adds at the end of each page; Galley adds nothing there. */
export function ghostFoot(): string {
  return '';
}
