/** A place in the theme; lines and columns count from 1. */
export type Place = { file: string; line: number; column: number };

/** The theme cannot be compiled. The message says where, what is wrong and what to do. */
export class ThemeError extends Error {
  readonly place: Place;
  readonly reason: string;

  constructor(place: Place, reason: string, cause?: unknown) {
    super(`${place.file}:${place.line}:${place.column}: ${reason}`, { cause });
    this.name = 'ThemeError';
    this.place = place;
    this.reason = reason;
  }
}
