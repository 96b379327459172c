/** `{{total_members}}`: there are no members. */
export function totalMembers(): string {
  return '0';
}
