import type { SiteView, View } from '../view.ts';
import type { Context, Frame } from './helper.ts';

/** What helpers know beside Ghost's data: the view itself and the means to draw a partial. */
export type Surroundings = {
  view: View;
  site: SiteView;
  /** Addresses for `page_url`, by the page's number. */
  pages: Record<number, string>;
  /** Stands for Ghost's "now", because a page knows no clock (rule 4): the newest date that the page shows. */
  today: string | undefined;
  partial: (name: string, context: Context, frame: Frame) => string;
};
