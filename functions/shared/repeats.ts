const day = 24 * 60 * 60 * 1000;

/** The same reply sent again before this instant is the same reply: a double click, a retry, a page sent twice. */
export function repeatsUntil(sent: Date): Date {
  return new Date(sent.getTime() + day);
}
