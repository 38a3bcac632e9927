import { expect, it } from 'vitest';
import type { PostAnswer, PostState } from '@/api/schema';
import { dayKey, dayOf, rangeOf, step } from './dates';
import { conflictsOf, drawnUntil, isMovable } from './plan';

const noon = (day: number) => new Date(2026, 10, day, 12);
const days = ({ from, to }: { from: Date; to: Date }) => [dayKey(from), dayKey(to)];

const post = (day: number, state: PostState = 'scheduled', mode: PostAnswer['mode'] = 'direct') => ({
  account: { id: 'a', username: 'anna', nickname: null },
  mode,
  state,
  schedule_time: noon(day).toISOString(),
  created_at: noon(1).toISOString(),
});

const quota = {
  account_id: 'a',
  pending_drafts: { used: 0, limit: 1, left: 1 },
  direct_posts: { used: 0, limit: 2, left: 2 },
};

it('shows whole weeks, from the day on which they begin', () => {
  expect(days(rangeOf('month', noon(21), 1))).toEqual(['2026-10-26', '2026-12-07']);
  expect(days(rangeOf('month', noon(21), 0))).toEqual(['2026-11-01', '2026-12-06']);
  expect(days(rangeOf('week', noon(21), 1))).toEqual(['2026-11-16', '2026-11-23']);
  expect(days(rangeOf('day', new Date(2026, 10, 21)))).toEqual(['2026-11-21', '2026-11-22']);
});

it('steps from the end of a long month into a short one', () => {
  expect(dayKey(step('month', new Date(2026, 9, 31), 1))).toBe('2026-11-01');
  expect(dayKey(step('week', noon(28), 1))).toBe('2026-12-05');
  expect(dayKey(step('day', noon(1), -1))).toBe('2026-10-31');
});

it('reads days and refuses what is none', () => {
  expect(dayOf('2026-02-30')).toBeNull();
  expect(dayOf('soon')).toBeNull();
  expect(dayKey(dayOf('2026-02-28') ?? noon(1))).toBe('2026-02-28');
});

it('finds the days with more than an account may send, by kind', () => {
  const posts = [post(22), post(22), post(22), post(23), post(23), post(24, 'scheduled', 'inbox')];

  expect(conflictsOf(posts, [quota], noon(21))).toEqual([
    { day: '2026-11-22', account: '@anna', mode: 'direct', count: 3, limit: 2 },
  ]);
  expect(conflictsOf([...posts, post(24, 'queued', 'inbox')], [quota], noon(21))).toHaveLength(2);
});

it('counts neither what came to nothing nor what is past, nor where TikTok alone decides', () => {
  const three = [post(22), post(22), post(22, 'failed')];

  expect(conflictsOf(three, [quota], noon(21))).toEqual([]);
  expect(conflictsOf([post(20), post(20), post(20)], [quota], noon(21))).toEqual([]);
  expect(
    conflictsOf(
      [post(22), post(22), post(22)],
      [{ ...quota, direct_posts: { used: 0, limit: null, left: null } }],
      noon(21),
    ),
  ).toEqual([]);
});

it('moves only what has a time and has not gone out', () => {
  expect(isMovable(post(22))).toBe(true);
  expect(isMovable({ ...post(22), schedule_time: null })).toBe(false);
  expect(isMovable(post(22, 'processing'))).toBe(false);
});

it('what is late in the evening is drawn on its own day', () => {
  expect(drawnUntil(new Date(2026, 10, 21, 14, 5))).toEqual(new Date(2026, 10, 21, 14, 50));
  expect(drawnUntil(new Date(2026, 10, 21, 23, 40))).toEqual(new Date(2026, 10, 22));
});
