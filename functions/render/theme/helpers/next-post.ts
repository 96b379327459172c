import type { Context, Options } from '../helper.ts';
import { drawNeighbour } from '../query/neighbour.ts';

/** `{{#next_post in="primary_author"}}<a href="{{url}}">{{title}}</a>{{/next_post}}`: the one published after this. */
export function nextPost(this: Context, options: Options): string {
  return drawNeighbour(this, options, 'newer');
}
