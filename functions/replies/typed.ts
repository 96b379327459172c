import type { ReplyFormValues } from '../render/view.ts';
import type { Incoming } from './incoming.ts';

/** Bytes beyond which nobody typed it, and the answer would outgrow what a function may answer (6 MB). */
const mostGivenBack = 512 * 1024;

export type Typed = { article: string; values: ReplyFormValues };

const nothing: Typed = { article: '', values: { reply: '', name: '', email: '', website: '' } };

/**
 * What was typed, as far as it can be read, to be given back with the word on what is wrong. Much more lenient
 * than `readBody`: a form that was sent too large, broken or as multipart has a writer too.
 */
export async function typedIn(incoming: Incoming): Promise<Typed> {
  if (incoming.body.byteLength > mostGivenBack) return nothing;
  const form = await lenientForm(incoming);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    // The consent form does not know articles: it names the page it stands on by its path.
    article: text('article') || text('return').replace(/^\/|\/$/g, ''),
    values: {
      reply: text('reply'),
      name: text('name'),
      email: text('email'),
      website: text('website'),
    },
  };
}

async function lenientForm({ body, contentType, fullContentType }: Incoming) {
  if (contentType !== 'multipart/form-data') {
    return new URLSearchParams(new TextDecoder().decode(body));
  }
  const headers = { 'content-type': fullContentType };
  try {
    return await new Response(body, { headers }).formData();
  } catch {
    // A broken multipart body: there is nothing to give back, and the answer to it is an error anyway.
    return new Map<string, unknown>();
  }
}
