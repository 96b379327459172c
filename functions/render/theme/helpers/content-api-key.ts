/** `{{content_api_key}}`: the key of Ghost's API for scripts, which Galley does not have. */
export function contentApiKey(): string {
  return '';
}
