import type { Helper } from './helper.ts';
import { asset } from './helpers/asset.ts';
import { authors } from './helpers/authors.ts';
import { bodyClass } from './helpers/body-class.ts';
import { cancelLink } from './helpers/cancel-link.ts';
import { commentCount } from './helpers/comment-count.ts';
import { comments } from './helpers/comments.ts';
import { concat } from './helpers/concat.ts';
import { content } from './helpers/content.ts';
import { contentApiKey } from './helpers/content-api-key.ts';
import { date } from './helpers/date.ts';
import { encode } from './helpers/encode.ts';
import { excerpt } from './helpers/excerpt.ts';
import { foreach } from './helpers/foreach.ts';
import { get } from './helpers/get.ts';
import { ghostFoot } from './helpers/ghost-foot.ts';
import { ghostHead } from './helpers/ghost-head.ts';
import { has } from './helpers/has.ts';
import { imgUrl } from './helpers/img-url.ts';
import { inputEmail } from './helpers/input-email.ts';
import { is } from './helpers/is.ts';
import { json } from './helpers/json.ts';
import { linkClass } from './helpers/link-class.ts';
import { match } from './helpers/match.ts';
import { metaDescription } from './helpers/meta-description.ts';
import { metaTitle } from './helpers/meta-title.ts';
import { navigation } from './helpers/navigation.ts';
import { nextPost } from './helpers/next-post.ts';
import { pageUrl } from './helpers/page-url.ts';
import { pagination } from './helpers/pagination.ts';
import { plural } from './helpers/plural.ts';
import { postClass } from './helpers/post-class.ts';
import { prevPost } from './helpers/prev-post.ts';
import { price } from './helpers/price.ts';
import { readingTime } from './helpers/reading-time.ts';
import { recommendations } from './helpers/recommendations.ts';
import { search } from './helpers/search.ts';
import { socialAccounts } from './helpers/social-accounts.ts';
import { socialUrl } from './helpers/social-url.ts';
import { split } from './helpers/split.ts';
import { subscribeForm } from './helpers/subscribe-form.ts';
import { t } from './helpers/t.ts';
import { tags } from './helpers/tags.ts';
import { tiers } from './helpers/tiers.ts';
import { title } from './helpers/title.ts';
import { totalMembers } from './helpers/total-members.ts';
import { totalPaidMembers } from './helpers/total-paid-members.ts';
import { url } from './helpers/url.ts';

/** By the name that templates call. Each is a file of that name, by which the compiler of the theme knows it. */
export const helpers: Record<string, Helper> = {
  asset,
  authors,
  body_class: bodyClass,
  cancel_link: cancelLink,
  comment_count: commentCount,
  comments,
  concat,
  content,
  content_api_key: contentApiKey,
  date,
  encode,
  excerpt,
  foreach,
  get,
  ghost_foot: ghostFoot,
  ghost_head: ghostHead,
  has,
  img_url: imgUrl,
  input_email: inputEmail,
  is,
  json,
  link_class: linkClass,
  match,
  meta_description: metaDescription,
  meta_title: metaTitle,
  navigation,
  next_post: nextPost,
  page_url: pageUrl,
  pagination,
  plural,
  post_class: postClass,
  prev_post: prevPost,
  price,
  reading_time: readingTime,
  recommendations,
  search,
  social_accounts: socialAccounts,
  social_url: socialUrl,
  split,
  subscribe_form: subscribeForm,
  t,
  tags,
  tiers,
  title,
  total_members: totalMembers,
  total_paid_members: totalPaidMembers,
  url,
};
