import type { Context, Options } from '../helper.ts';
import { drawNeighbour } from '../query/neighbour.ts';

/** `{{#prev_post in="primary_tag"}}<a href="{{url}}">{{title}}</a>{{/prev_post}}`: the one published before this. */
export function prevPost(this: Context, options: Options): string {
  return drawNeighbour(this, options, 'older');
}
