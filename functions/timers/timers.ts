/**
 * Timers of addresses. Asking twice is asking once, and so is taking back what is not there: whether there is a
 * timer need not be known, and what a list of them says late does no harm.
 *
 * Two implementations: EventBridge Scheduler and memory.
 */
export interface Timers {
  /** Has the address looked at by ingest at an instant: at the latest within the minute that begins then. */
  set(id: string, at: string): Promise<void>;
  clear(id: string, at: string): Promise<void>;
}
