/** One measured figure beside the bound it is held against. */
export type Figure = {
  name: string;
  /** In `unit`; undefined when it is only shown. */
  bound?: number;
  value: number;
  unit: 's' | 'ms' | 'KB' | 'MB' | 'writes' | 'calls' | 'failures' | '$';
  /** How it was measured, or what it consists of, in a few words. */
  note?: string;
};

/** Measurements of one thing over and over, in milliseconds, in the order they were taken. */
export type Series = { name: string; bound: number; samples: number[] };

export type Result = {
  figures: Figure[];
  series?: Series[];
  /** SVG documents by the names of their files. */
  charts?: Record<string, string>;
};

/** The nearest-rank quantile: a value that was really measured. */
export function quantile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export function isMet({ value, bound }: Figure): boolean {
  return bound === undefined || value <= bound;
}

export function shown({ value, unit }: Figure): string {
  if (unit === '$') return `$${value.toFixed(6)}`;
  const isCounted = unit === 'writes' || unit === 'calls' || unit === 'failures';
  return `${isCounted ? value : value.toFixed(value < 10 ? 2 : 1)} ${unit}`;
}
