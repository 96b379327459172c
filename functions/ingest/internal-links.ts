import { isThemeId } from '../shared/heading-ids.ts';
import type { Problem } from '../shared/model.ts';
import { type At, warning } from './problems.ts';
import { nearest, quoted } from './suggest.ts';
import type { Placed } from './text-tokens.ts';

/** A link from a text to a page of its own site. `id` is that page's path, bare: `2026/11/harbour-wall`, '' for home. */
export type InternalLink = At & { id: string; fragment?: string };

/** Where a text will stand: the path of its page, and the site's address where it is known. */
export type Standing = { id: string; siteUrl?: string };

/** Stands for the site where its address is not known. The name can never be anybody's (RFC 6761, 6.4). */
const nowhere = 'https://site.invalid';

/** Longer ones are no addresses of pages (see `places.ts`). */
const longestHref = 2000;

/** Addresses that need not be parsed: a path as pages have them, and one on the web that names its host plainly. */
const plainPath = /^\/((?:[a-z0-9-]+\/)*)(?:#([\w-]+))?$/;
const onTheWeb = /^https?:\/\/([a-z0-9.-]*[a-z])(?:[/?#]|$)/;

/** The links of a text that lead to its own site, written as a path, relatively or in full. */
export function internalLinks(placed: Placed[], { id, siteUrl }: Standing): InternalLink[] {
  const origin = siteUrl || nowhere;
  const [, host] = onTheWeb.exec(origin) ?? [];
  return placed.flatMap(({ token, at }) => {
    if (token.type !== 'link_open') return [];
    const href = String(token.attrGet('href'));
    const [, plain, hash] = plainPath.exec(href) ?? [];
    if (plain !== undefined) return [linkOf(plain, hash ?? '', at)];
    const [, other] = onTheWeb.exec(href) ?? [];
    if (host && other && other !== host) return [];
    const url = href.length > longestHref ? null : URL.parse(href, `${origin}/${id}/`);
    if (url?.origin !== origin) return [];
    return [linkOf(decoded(url.pathname), decoded(url.hash.slice(1)), at)];
  });
}

function linkOf(path: string, fragment: string, at: At): InternalLink {
  const id = path.replace(/^\/+|\/+$/g, '');
  return { id, ...(fragment ? { fragment } : {}), ...at };
}

/** Links to headings of the same text that it does not have. */
export function missingAnchors(links: InternalLink[], id: string, ids: string[]): Problem[] {
  const known = new Set(ids);
  return links.flatMap(({ fragment, ...link }) => {
    const leadsAway = link.id !== id || fragment === undefined;
    if (leadsAway || known.has(fragment) || isThemeId(fragment)) return [];
    // A text fragment (`#:~:text=`) names no id.
    if (fragment.startsWith(':~:')) return [];
    const better = nearest(fragment, ids);
    return [
      warning(
        link,
        'missing-anchor',
        `Nothing in this text is called ${quoted(`#${fragment}`)}.`,
        better
          ? `Did you mean #${better}?`
          : 'Link to a heading by its words in small letters, with hyphens: #what-it-cost.',
      ),
    ];
  });
}

/** As browsers look for it: what cannot be decoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}
