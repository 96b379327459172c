/** What describes colours and nothing else (ICC.1:2022, 9.2); `dmnd` and `dmdd` name a colour space in older profiles. */
const colourTags = [
  ...['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'wtpt', 'bkpt', 'chad', 'cicp'],
  ...['chrm', 'lumi', 'meas', 'tech', 'view', 'vued', 'desc', 'cprt', 'dmnd', 'dmdd'],
];

/** The profiles that programs and telephones embed have 500 to 1,000 bytes; every file of a picture carries it. */
const largest = 4096;

/**
 * Whether a picture's profile is that of a colour space, such as Display P3 or Adobe RGB, and has to go along: colours
 * would be lost in sRGB, which browsers assume where nothing is said.
 *
 * Those of one screen, camera or scanner are no such profiles. They are large and can name the device down to its
 * serial number; such a picture becomes sRGB, and so does one for printing.
 */
export function isColourSpace(profile: Uint8Array | undefined): boolean {
  if (!profile || profile.length > largest) return false;
  const text = Buffer.from(profile).toString('latin1');
  // The colour space is at byte 16 (7.2); texts are in UTF-16 in newer profiles.
  if (text.slice(16, 20) !== 'RGB ' || text.replaceAll('\0', '').includes('sRGB')) return false;
  return tagsOf(profile).every((tag) => colourTags.includes(tag));
}

/** The table of tags follows the header: how many there are, and for each its name, place and length (7.3). */
function tagsOf(profile: Uint8Array): string[] {
  const bytes = Buffer.from(profile);
  const count = bytes.length < 132 ? 0 : bytes.readUInt32BE(128);
  const names = Array.from({ length: Math.min(count, largest / 12) }, (_, nth) =>
    bytes.toString('latin1', 132 + nth * 12, 136 + nth * 12),
  );
  return names.length > 0 ? names : ['none'];
}
