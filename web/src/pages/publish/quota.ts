import type { PostMode, QuotaAnswer } from '@/api/schema';
import { plural } from '@/ui/format';

interface QuotaWords {
  text: string;
  /** Whether a post made now has to wait. */
  isFull: boolean;
}

/** What TikTok's limits mean for the next post of this kind, in sentences. */
export function quotaWords(mode: PostMode, quota: QuotaAnswer): QuotaWords[] {
  const day = mode === 'inbox' ? quota.pending_drafts : quota.direct_posts;
  if (day.limit === null || day.left === null) {
    return [];
  }

  const used =
    mode === 'inbox'
      ? `${day.used} of ${plural(day.limit, 'draft')} of the last 24 hours wait in TikTok's inbox.`
      : `${day.used} of ${plural(day.limit, 'direct post')} of the last 24 hours are used.`;
  return day.left > 0
    ? [{ text: used, isFull: false }]
    : [{ text: `${used} The next one waits here until TikTok takes it.`, isFull: true }];
}
