import fc from 'fast-check';
import { historyOf, upload } from './histories.ts';
import { wide } from './pictures.ts';
import { anySettings, anySource, goodSource } from './sources.ts';

const articles = ['articles/2026/11/wall.md', 'articles/2026/10/tides.md', 'pages/about.md'];
const anyArticle = fc.constantFrom(...articles);

/** A few articles, while the catalog is lost, and made anew, and nobody waits until it is. */
export const anyDisaster = historyOf(
  fc.constant([
    ...articles.map((key, nth) => ({
      do: 'upload' as const,
      key,
      body: goodSource(key, `2026-1${nth % 2}-0${nth + 1}`),
    })),
    { do: 'reply' as const, article: '2026/11/wall', text: 'Fine *wall*.' },
  ]),
  8,
  [
    [3, fc.constant({ do: 'lose' as const })],
    [2, fc.constant({ do: 'rebuild' as const })],
    [6, upload(anyArticle, anySource)],
    [2, fc.record({ do: fc.constant('delete' as const), key: anyArticle })],
    [1, upload(fc.constant('images/wall.png'), fc.constant(wide))],
    [1, upload(fc.constant('site.yaml'), anySettings)],
    [2, fc.constant({ do: 'decide' as const, nth: 0, to: 'approved' as const })],
    [1, fc.constant({ do: 'decide' as const, nth: 0, to: 'spam' as const })],
  ],
);
