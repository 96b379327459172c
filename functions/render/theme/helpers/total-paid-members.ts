/** `{{total_paid_members}}`: there are no members. */
export function totalPaidMembers(): string {
  return '0';
}
