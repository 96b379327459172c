import { escaped } from '../../functions/shared/markup.ts';
import type { Hidden } from '../build/preview-site.ts';

/** The page that leads to what no other page leads to: drafts and scheduled articles. */
export function indexPage(hidden: Hidden[], problems: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<style>
body{font:17px/1.6 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}
li{margin:.5rem 0}
b{font-size:.75em;padding:.15em .5em;border-radius:1em;border:1px solid}
pre{white-space:pre-wrap}
</style>
</head>
<body>
<h1>Preview</h1>
<p><a href="/">The front page</a></p>
<h2>Not live yet</h2>
${hidden.length > 0 ? `<ul>\n${hidden.map(item).join('\n')}\n</ul>` : '<p>No draft and nothing scheduled.</p>'}
<h2>Problems</h2>
${problems ? `<pre>${escaped(problems)}</pre>` : '<p>None.</p>'}
</body>
</html>
`;
}

function item({ title, path, state, wakes }: Hidden): string {
  const until = state === 'scheduled' && wakes ? ` for ${escaped(wakes)}` : '';
  return `<li><a href="${escaped(path)}">${escaped(title)}</a> <b>${escaped(state)}${until}</b></li>`;
}
