/** Keys that Galley makes itself and nobody has to hand out. They lie in the comments table, with what they protect. */
export interface Secrets {
  /**
   * 32 random bytes, the same ones for all who ask by this name.
   *
   * @param expires when they are forgotten, and all that was made with them becomes worthless
   */
  named(name: string, expires?: Date): Promise<Uint8Array>;
}

/** What signed links and forms are sealed with. It is never changed: links in old mails would stop to work. */
export const linkSecret = 'links';
