import type { ArticleRecord } from '../../functions/shared/model.ts';

/** Records as JSON, one behind the other, with where each of them ends. Threads share the bytes. */
export type Lines = { bytes: Uint8Array; ids: string[]; ends: number[] };

/** Records that are read when somebody asks for them: a small change needs few of them. */
export class RecordLines {
  readonly lines: Lines;
  readonly #bytes: Buffer;
  readonly #at: Map<string, number>;

  constructor(lines: Lines = { bytes: new Uint8Array(), ids: [], ends: [] }) {
    this.lines = lines;
    const { buffer, byteOffset, byteLength } = lines.bytes;
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
    this.#at = new Map(lines.ids.map((id, index) => [id, index]));
  }

  read(id: string): ArticleRecord | undefined {
    const index = this.#at.get(id);
    if (index === undefined) return undefined;
    const { ends } = this.lines;
    return JSON.parse(this.#bytes.toString('utf8', ends[index - 1] ?? 0, ends[index]));
  }

  /** The same with records that are new, or newer. */
  with(saved: ArticleRecord[]): RecordLines {
    const newer = new Map(saved.map((record) => [record.id, Buffer.from(JSON.stringify(record))]));
    const parts: Uint8Array[] = this.lines.ids.map(
      (id, index) => newer.get(id) ?? this.#line(index),
    );
    const added = [...newer].filter(([id]) => !this.#at.has(id));
    parts.push(...added.map(([, line]) => line));
    let end = 0;
    const ends = parts.map((part) => {
      end += part.byteLength;
      return end;
    });
    const bytes = new Uint8Array(new SharedArrayBuffer(end));
    parts.forEach((part, index) => {
      bytes.set(part, ends[index - 1] ?? 0);
    });
    return new RecordLines({ bytes, ids: [...this.lines.ids, ...added.map(([id]) => id)], ends });
  }

  #line(index: number): Uint8Array {
    const { bytes, ends } = this.lines;
    return bytes.subarray(ends[index - 1] ?? 0, ends[index]);
  }
}
