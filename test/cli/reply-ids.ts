/** Ids as readers' replies get them: the first ten characters tell the time. */
export const first = '01KAVS0000AAAAAAAAAAAAAAAA';
/** Sent in the same minutes as the first. */
export const second = '01KAVS0001BBBBBBBBBBBBBBBB';
export const third = '01KAVZ9999CCCCCCCCCCCCCCCC';
