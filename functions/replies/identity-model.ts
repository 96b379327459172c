/** Whom a submission comes from, as far as the API can tell without asking for an account. */
export type Identity = {
  /** Keyed hash of the network address; missing when the CDN did not name one. The address itself goes no further. */
  from?: string;
};
