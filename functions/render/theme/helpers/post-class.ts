import type { Context } from '../helper.ts';

/** `<article class="{{post_class}}">`: `post`, its tags, and whether it is featured, without image, a page. */
export function postClass(this: Context): string {
  const post = (this.post ?? this) as Context;
  const tags = (post.tags ?? []) as { slug: string }[];
  return [
    'post',
    ...tags.map(({ slug }) => `tag-${slug}`),
    ...(post.featured ? ['featured'] : []),
    ...(post.feature_image ? [] : ['no-image']),
    ...(post.page ? ['page'] : []),
  ].join(' ');
}
