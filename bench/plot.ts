import type { Series } from './figures.ts';

const width = 720;
const rowHeight = 150;
const left = 40;
const right = 20;
const colours = ['#1d4e89', '#a23b2a', '#2f6b3c'];

/** Each series as a row of its samples over time on one scale, with its bound, as an SVG document. */
export function plot(series: Series[]): string {
  const top = Math.max(...series.map(({ bound, samples }) => Math.max(bound, ...samples))) * 1.05;
  const height = series.length * rowHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...series.map((each, index) => row(each, index, top)),
    '</svg>\n',
  ].join('\n');
}

function row({ name, bound, samples }: Series, index: number, top: number): string {
  const base = (index + 1) * rowHeight - 24;
  const scale = (rowHeight - 54) / top;
  const step = (width - left - right) / samples.length;
  const bars = samples.map((sample, at) => {
    const tall = sample * scale;
    return `<rect x="${fixed(left + at * step)}" y="${fixed(base - tall)}" width="${fixed(step * 0.8)}" height="${fixed(tall)}"/>`;
  });
  const limit = fixed(base - bound * scale);
  return [
    `<text x="${left}" y="${base - rowHeight + 42}" font-weight="600">${name}</text>`,
    `<g fill="${colours[index % colours.length]}">${bars.join('')}</g>`,
    `<line x1="${left}" x2="${width - right}" y1="${limit}" y2="${limit}" stroke="#333" stroke-dasharray="4 3"/>`,
    `<text x="${width - right}" y="${Number(limit) - 4}" text-anchor="end">at most ${bound / 1000} s</text>`,
    `<text x="${left - 6}" y="${base}" text-anchor="end">0</text>`,
    `<line x1="${left}" x2="${width - right}" y1="${base}" y2="${base}" stroke="#333"/>`,
    `<text x="${left}" y="${base + 16}">${samples.length} in the order they were made</text>`,
  ].join('\n');
}

function fixed(value: number): string {
  return value.toFixed(1);
}
