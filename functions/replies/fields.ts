import * as v from 'valibot';
import type { FormProblem } from '../render/view.ts';
import { limits } from '../shared/layout.ts';
import type { Body } from './body.ts';
import { ReplyError } from './reply-error.ts';

/** All that a client may say. Whatever else it sends is dropped here. */
const names = ['article', 'parent', 'reply', 'name', 'email', 'website', 'leave_empty'] as const;

export type FieldName = (typeof names)[number];
export type Fields = Record<FieldName, string>;

/** @throws ReplyError invalid, when a field of a JSON body is something else than text */
export function fieldsOf(body: Body): Fields {
  const problems: FormProblem[] = [];
  const pairs = names.map((name) => {
    const value = body.get(name) ?? '';
    if (typeof value === 'string') return [name, value];
    const field = isShown(name) ? name : '';
    problems.push({ field, message: `"${name}" must be text, in quotes.` });
    return [name, ''];
  });
  if (problems.length > 0) throw invalid(problems);
  return Object.fromEntries(pairs) as Fields;
}

/** Something to see: white space, control characters and invisible marks alone are nothing. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** No line breaks, no control characters, nothing that turns the direction of the text around it. */
const oneLine = /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

/** Limits of the small fields, in characters. 254 is the longest address that mail can carry (RFC 5321). */
const longest = { name: 100, email: 254, website: 500 };

function line(what: string, most: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => characters(text) <= most, `Shorten ${what} to ${most} characters.`),
    v.regex(oneLine, `Write ${what} in one line, without control characters.`),
  );
}

const reply = v.object({
  reply: v.pipe(
    v.string(),
    v.regex(visible, 'Write something: the reply is empty.'),
    v.check(
      (text) => characters(text) <= limits.replyCharacters,
      ({ input }) =>
        `The reply has ${counted(characters(input))} characters, ${counted(limits.replyCharacters)} fit. Shorten it.`,
    ),
  ),
  name: v.pipe(
    line('your name', longest.name),
    v.regex(visible, 'Write the name that shall stand above your reply.'),
  ),
  email: v.pipe(
    line('the e-mail address', longest.email),
    v.union(
      [v.literal(''), v.pipe(v.string(), v.rfcEmail())],
      'This is not an e-mail address. Write it like ada@example.org, or leave it out.',
    ),
  ),
  website: v.pipe(
    line('the address of your website', longest.website),
    v.check(
      (text) => text === '' || isWebsite(text),
      'This is not the address of a website. Write it like https://example.org/, or leave it out.',
    ),
  ),
});

export type ValidReply = v.InferOutput<typeof reply>;

/** @throws ReplyError invalid, naming each field that needs another look */
export function validReply(fields: Fields): ValidReply {
  const result = v.safeParse(reply, fields, { abortPipeEarly: true });
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => ({
    field: issue.path?.[0].key as keyof ValidReply,
    message: issue.message,
  }));
  throw invalid(problems);
}

function invalid(problems: FormProblem[]): ReplyError {
  const message = 'The reply was not stored yet. Correct what is marked and send it again.';
  return new ReplyError('invalid', message, problems);
}

function isShown(name: FieldName): name is keyof ValidReply {
  return Object.hasOwn(reply.entries, name);
}

/** Code points; the two that a form sends for a line break are one, as the browser counts them. */
function characters(text: string): number {
  return [...text.replaceAll('\r\n', '\n')].length;
}

function counted(amount: number): string {
  return amount.toLocaleString('en');
}

/** User names in an address exist only to make one host look like another. */
function isWebsite(text: string): boolean {
  const url = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null;
  return url !== null && url.username === '' && url.password === '';
}
