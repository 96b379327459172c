import type { Context, Options } from '../helper.ts';

type Named = { slug: string };

/** `<body class="{{body_class}}">`: the kind of page, its slug and its tags. */
export function bodyClass(this: Context, { data }: Options): string {
  const { context } = data.root;
  const entry = (this.post ?? this.page) as { slug: string; tags?: Named[] } | undefined;
  const tags = entry?.tags ?? [];
  return [
    ...kindOf(this, context, entry),
    ...tags.map(({ slug }) => `tag-${slug}`),
    ...(context.includes('paged') ? ['paged'] : []),
  ].join(' ');
}

function kindOf(root: Context, context: string[], entry: Named | undefined): string[] {
  if (context.includes('home')) return ['home-template'];
  if (context.includes('post') && entry && !root.page) return ['post-template'];
  if (context.includes('page') && entry && root.page)
    return ['page-template', `page-${entry.slug}`];
  for (const kind of ['tag', 'author']) {
    if (!context.includes(kind) || !root[kind]) continue;
    return [`${kind}-template`, `${kind}-${(root[kind] as Named).slug}`];
  }
  return [];
}
