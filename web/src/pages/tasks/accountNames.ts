import type { AccountAnswer } from '@/api/schema';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** The accounts of an instance, in words. One that is gone is counted, not named. */
export function accountNames(ids: readonly string[], known: readonly AccountAnswer[]): string {
  const there = known.filter((account) => ids.includes(account.account_id));
  const names = there.map((account) => account.display_name ?? account.username ?? 'a TikTok account');
  const gone = ids.length - there.length;
  return list.format(
    gone === 0
      ? names
      : [...names, gone === 1 ? 'one that is not connected' : `${gone} that are not connected`],
  );
}
