import type { Reply } from '../../functions/shared/model.ts';
import { age, firstWords, printable } from './reply-words.ts';

/**
 * Replies as a table, one a line, oldest first. All that strangers typed is made harmless.
 *
 * @param width of the terminal in characters; the first words take what the other columns leave
 */
export function replyTable(replies: Reply[], now: Date, width: number): string {
  const rows = [
    ['ID', 'AGE', 'ARTICLE', 'NAME'],
    ...replies.map(({ id, created, article, name }) => [
      firstWords(id, 26),
      age(created, now),
      firstWords(article, 40),
      firstWords(name, 20),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => Array.from(row[column] ?? '').length)),
  );
  const left = Math.max(20, width - widths.reduce((sum, each) => sum + each + 2, 0));
  const words = ['REPLY', ...replies.map(({ text }) => firstWords(text, left))];
  return rows.map((row, index) => [...row.map(pad(widths)), words[index]].join('  ')).join('\n');
}

/** One reply with all that a moderator should know, the e-mail included: it was given for the newsroom's questions. */
export function replyText(reply: Reply, now: Date): string {
  const { id, article, parent, name, email, website } = reply;
  const { text, created, state, reasons, decisions } = reply;
  const lines: [string, string | undefined][] = [
    ['Reply', id],
    ['State', state],
    ['To', `/${article}/`],
    ['Answers', parent],
    ['Name', name],
    ['E-mail', email],
    ['Website', website],
    ['Sent', `${created} (${age(created, now)})`],
    ['Reasons', reasons.join(', ') || undefined],
    ...decisions.map(({ from, to, who, at, why }): [string, string] => [
      'Decided',
      `${from} to ${to} by ${who}, ${at}${why ? `: ${why}` : ''}`,
    ]),
  ];
  const head = lines.flatMap(([label, value]) =>
    value ? `${label.padEnd(9)}${firstWords(value, 500)}` : [],
  );
  const body = printable(text)
    .split('\n')
    // Set in, so that nothing a stranger writes can pass for one of the lines above.
    .map((line) => `  ${line}`.trimEnd());
  return [...head, '', ...body, ''].join('\n');
}

/** For `--json` of a list: everything but the e-mail. Whoever needs one asks for that reply. */
export function replyData({ email: _email, ...reply }: Reply): Omit<Reply, 'email'> {
  return reply;
}

function pad(widths: number[]) {
  return (cell: string, column: number) =>
    cell + ' '.repeat((widths[column] ?? 0) - Array.from(cell).length);
}
