/** Everything of an asynchronous listing, in its order. */
export async function all<T>(listing: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of listing) found.push(each);
  return found;
}
