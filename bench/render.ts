import { bodyOf } from '../functions/render/body.ts';
import { replyHtml } from '../functions/render/reply-text.ts';
import { renderView } from '../functions/render/theme/index.ts';
import type { View } from '../functions/render/view.ts';
import { quantile, type Result } from './figures.ts';
import { sampleCard, sampleReplies, sampleSite, sampleSource } from './sample.ts';

const warmUp = 500;
const rounds = 2000;

/** One article page with 20 replies, from the bytes of its file to the bytes of the page. */
export async function benchRender(): Promise<Result> {
  const source = await sampleSource();
  const site = sampleSite();
  const replies = sampleReplies();
  const page = () => {
    const view: View = {
      kind: 'article',
      card: { ...sampleCard, replyCount: replies.length },
      html: bodyOf(source, {}),
      replies: replies.map((reply) => ({ ...reply, html: replyHtml(reply.html) })),
      corrections: [],
      beside: {},
      related: [],
      replyRule: 'open',
    };
    return renderView(view, site);
  };
  for (let round = 0; round < warmUp; round += 1) page();
  const samples = Array.from({ length: rounds }, () => {
    const started = performance.now();
    page();
    return performance.now() - started;
  });
  return {
    figures: [
      {
        name: 'render of one article page, p50',
        bound: 1,
        value: quantile(samples, 0.5),
        unit: 'ms',
        note: `${rounds} rounds, Markdown and 20 replies included`,
      },
      { name: 'render of one article page, p99', value: quantile(samples, 0.99), unit: 'ms' },
    ],
  };
}
