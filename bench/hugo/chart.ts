/** Bars that are compared with each other. */
export type Group = { title: string; unit: string; bars: { name: string; value: number }[] };

const width = 720;
const left = 190;
const right = 90;
const barHeight = 26;
const headHeight = 44;
/** Galley's own, and those beside it. */
const colours = ['#1d4e89', '#9a9a9a'];

/** Groups of bars below each other, each on a scale of its own that begins at zero, as an SVG document. */
export function chart(groups: Group[]): string {
  let top = 0;
  const drawn = groups.map((group) => {
    const rows = drawGroup(group, top);
    top += headHeight + group.bars.length * barHeight + 12;
    return rows;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${width}" height="${top}" fill="#fff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

function drawGroup({ title, unit, bars }: Group, top: number): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const rows = bars.map(({ name, value }, index) => {
    const y = top + headHeight + index * barHeight;
    const length = ((width - left - right) * value) / most;
    const shown = value < 10 ? value.toFixed(2) : value.toFixed(0);
    return [
      `<text x="${left - 8}" y="${y + 15}" text-anchor="end">${name}</text>`,
      `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight - 6}" fill="${colours[index === 0 ? 0 : 1]}"/>`,
      `<text x="${(left + length + 6).toFixed(1)}" y="${y + 15}">${shown} ${unit}</text>`,
    ].join('\n');
  });
  return [`<text x="8" y="${top + 28}" font-weight="600">${title}</text>`, ...rows].join('\n');
}
