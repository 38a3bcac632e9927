import type { AccountAnswer, ClipAnswer } from '@/api/schema';

/** What to call an account, as far as TikTok has told. */
export function accountTitle(account: Pick<AccountAnswer, 'display_name' | 'username'>): string {
  return account.display_name ?? account.username ?? 'TikTok account';
}

/** What to call an account among others: its `@name`, which no other has. */
export function accountHandle(account: Pick<AccountAnswer, 'display_name' | 'username'>): string {
  return account.username === null ? (account.display_name ?? 'A TikTok account') : `@${account.username}`;
}

/** A clip's caption, or that it has none. */
export function captionOf(clip: Pick<ClipAnswer, 'caption'>): string {
  return clip.caption.trim() || 'Without a caption';
}
