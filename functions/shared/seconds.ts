/** Whole seconds since the epoch, as DynamoDB's expiry counts. */
export function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
