import type { PostAnswer, QuotaAnswer } from '@/api/schema';
import { dayKey } from './dates';

/** When a post stands in the calendar: at its time, else when it was asked for. */
export function whenOf(post: Pick<PostAnswer, 'schedule_time' | 'created_at'>): Date {
  return new Date(post.schedule_time ?? post.created_at);
}

// In minutes: as tall in a week as its two lines need.
const tall = 45;

/** Until when it is drawn: a moment has no length, and what is late in the evening does not reach into the next day. */
export function drawnUntil(start: Date): Date {
  const end = new Date(start.getTime() + tall * 60_000);
  const midnight = new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1);
  return end < midnight ? end : midnight;
}

/** Whether its time can still be changed. */
export function isMovable(post: Pick<PostAnswer, 'state' | 'schedule_time'>): boolean {
  return (
    post.schedule_time != null &&
    (post.state === 'scheduled' || post.state === 'awaiting_approval' || post.state === 'queued')
  );
}

/** A day with more posts of an account than TikTok takes. */
export interface Conflict {
  day: string;
  account: string;
  mode: PostAnswer['mode'];
  count: number;
  limit: number;
}

type Counted = Pick<PostAnswer, 'account' | 'mode' | 'state' | 'schedule_time' | 'created_at'>;
type Limits = Pick<QuotaAnswer, 'account_id' | 'pending_drafts' | 'direct_posts'>;

const came = new Set<PostAnswer['state']>(['failed', 'rejected', 'cancelled']);

/** The days, from a moment on, on which more is to go out than an account may send. */
export function conflictsOf(
  posts: readonly Counted[],
  quotas: readonly Limits[],
  from: Date,
): readonly Conflict[] {
  const first = dayKey(from);
  const days = new Map<string, Counted[]>();
  for (const post of posts) {
    const day = dayKey(whenOf(post));
    if (!came.has(post.state) && day >= first) {
      const key = `${day} ${post.account.id} ${post.mode}`;
      days.set(key, [...(days.get(key) ?? []), post]);
    }
  }

  return [...days.values()]
    .flatMap((counted): Conflict[] => {
      const [one] = counted;
      const quota = quotas.find((known) => known.account_id === one?.account.id);
      const limit = one?.mode === 'inbox' ? quota?.pending_drafts.limit : quota?.direct_posts.limit;
      return one === undefined || limit == null || counted.length <= limit
        ? []
        : [
            {
              day: dayKey(whenOf(one)),
              account: one.account.username === null ? 'A TikTok account' : `@${one.account.username}`,
              mode: one.mode,
              count: counted.length,
              limit,
            },
          ];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** Posts by their days, both in their order. */
export function byDay(posts: readonly PostAnswer[]): readonly [day: string, posts: PostAnswer[]][] {
  const days = new Map<string, PostAnswer[]>();
  for (const post of posts.toSorted((a, b) => whenOf(a).getTime() - whenOf(b).getTime())) {
    const day = dayKey(whenOf(post));
    days.set(day, [...(days.get(day) ?? []), post]);
  }

  return [...days];
}
