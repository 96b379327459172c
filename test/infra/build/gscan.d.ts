/** Ghost's own check of themes; it brings no types. */
declare module 'gscan' {
  type Finding = { code: string; rule: string; failures: { ref: string; message?: string }[] };
  type Theme = { results: Record<'error' | 'warning' | 'recommendation', Finding[]> };

  const gscan: {
    check(folder: string, options: { checkVersion: 'v6' }): Promise<unknown>;
    format(checked: unknown, options: { checkVersion: 'v6' }): Theme;
  };
  export default gscan;
}
