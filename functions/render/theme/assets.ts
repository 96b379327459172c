import { assetFiles } from 'galley:theme';

export type Asset = { body: Uint8Array; contentType: string };

/** The theme's files by page name (`assets/<name>.<hash>.<ext>`). */
export function assetPages(): Map<string, Asset> {
  return new Map(
    Object.values(assetFiles).map(({ path, contentType, base64 }) => [
      path,
      { contentType, body: Buffer.from(base64, 'base64') },
    ]),
  );
}
