const sheet = 4 * 1024 * 1024;

/** Where a text lies. */
type Place = { bytes: Buffer; start: number; end: number };

/**
 * Many texts in little memory. As strings they would hold on to all the pieces that they were put together from, and the
 * garbage collector would look at each of those again and again.
 */
export class TextShelf {
  readonly #places = new Map<string, Place>();
  #open = Buffer.alloc(0);
  #used = 0;

  put(name: string, text: string): void {
    // No character of a string takes more than three bytes.
    if (this.#open.length - this.#used < text.length * 3) {
      this.#open = Buffer.allocUnsafeSlow(Math.max(sheet, text.length * 3));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += this.#open.write(text, start);
    this.#places.set(name, { bytes: this.#open, start, end: this.#used });
  }

  get(name: string): string | undefined {
    const place = this.#places.get(name);
    return place?.bytes.toString('utf8', place.start, place.end);
  }

  /** The memory is free again when all texts that lie beside it are deleted. */
  delete(name: string): void {
    this.#places.delete(name);
  }
}
