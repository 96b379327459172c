import {
  type DeleteMarkerEntry,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ObjectVersion as ObjectVersionEntry,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { NewObject, Objects, ObjectVersion } from './objects.ts';

/** A bucket on S3. Conditional writes: S3 User Guide, "Add preconditions to S3 operations". */
export function s3Objects(client: S3Client, bucket: string): Objects {
  return {
    async head(key) {
      const found = await missingIsUndefined(
        client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })),
      );
      if (!found) return undefined;
      return {
        etag: found.ETag ?? '',
        size: found.ContentLength ?? 0,
        ...(found.ContentType ? { contentType: found.ContentType } : {}),
        meta: found.Metadata ?? {},
      };
    },

    async get(key, versionId) {
      const found = await missingIsUndefined(
        client.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId })),
      );
      if (!found?.Body) return undefined;
      return {
        body: await found.Body.transformToByteArray(),
        etag: found.ETag ?? '',
        ...(found.ContentType ? { contentType: found.ContentType } : {}),
        meta: found.Metadata ?? {},
      };
    },

    put(key, object, token) {
      const condition = token === null ? { IfNoneMatch: '*' } : { IfMatch: token };
      return holds(
        client.send(new PutObjectCommand({ ...putInput(bucket, key, object), ...condition })),
      );
    },

    remove(key, token) {
      return holds(
        client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, IfMatch: token })),
      );
    },

    async versions(key) {
      const versions: ListedVersion[] = [];
      let from: { KeyMarker?: string; VersionIdMarker?: string } = {};
      for (;;) {
        const page = await client.send(
          new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...from }),
        );
        const stored = (page.Versions ?? []).map((entry) => listed(entry, false));
        const markers = (page.DeleteMarkers ?? []).map((entry) => listed(entry, true));
        versions.push(...[...stored, ...markers].filter((version) => version.key === key));
        // Keys come in order: once a longer one with this prefix shows up, the exact key is over.
        const passed = [...stored, ...markers].some((version) => version.key > key);
        if (!page.IsTruncated || passed || !page.NextKeyMarker) return newestFirst(versions);
        from = {
          KeyMarker: page.NextKeyMarker,
          ...(page.NextVersionIdMarker ? { VersionIdMarker: page.NextVersionIdMarker } : {}),
        };
      }
    },

    async *keys(prefix, after) {
      const input = { Bucket: bucket, Prefix: prefix, StartAfter: after || undefined };
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ ...input, ContinuationToken: token }),
        );
        for (const entry of page.Contents ?? []) if (entry.Key) yield entry.Key;
        token = page.NextContinuationToken;
      } while (token);
    },
  };
}

/** The input of an unconditional put, shared with the CLI's uploads. */
export function putInput(bucket: string, key: string, object: NewObject) {
  return {
    Bucket: bucket,
    Key: key,
    Body: object.body,
    ContentType: object.contentType,
    CacheControl: object.cacheControl,
    Metadata: object.meta,
  };
}

type ListedVersion = ObjectVersion & { key: string; latest: boolean };

function listed(entry: ObjectVersionEntry & DeleteMarkerEntry, marker: boolean): ListedVersion {
  return {
    key: entry.Key ?? '',
    versionId: entry.VersionId ?? 'null',
    etag: entry.ETag ?? '',
    size: entry.Size ?? 0,
    lastModified: entry.LastModified?.getTime() ?? 0,
    deleteMarker: marker,
    latest: entry.IsLatest ?? false,
  };
}

/**
 * S3 lists versions and delete markers in one order, the SDK hands them out as two lists. They are merged by
 * time, which S3 gives to the second: within one second the latest comes first and a delete marker counts as
 * newer, so that what was deleted stays deleted.
 */
function newestFirst(versions: ListedVersion[]): ObjectVersion[] {
  return versions
    .sort(
      (a, b) =>
        Number(b.latest) - Number(a.latest) ||
        b.lastModified - a.lastModified ||
        Number(b.deleteMarker) - Number(a.deleteMarker),
    )
    .map(({ key: _key, latest: _latest, ...version }) => version);
}

/** A missing object is a normal answer here; without the right to list, S3 says 403 instead of 404. */
async function missingIsUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) {
      return undefined;
    }
    throw error;
  }
}

/** 412: the token no longer holds. 409: another conditional write is under way. 404: it is gone. */
async function holds(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException) {
      if ([404, 409, 412].includes(error.$metadata.httpStatusCode ?? 0)) return false;
    }
    throw error;
  }
}
