import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Renewal, staleBy } from './renewal';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('renews many events of one kind once', () => {
  const queries = new QueryClient();
  const invalidate = vi.spyOn(queries, 'invalidateQueries').mockResolvedValue();
  const renewal = new Renewal(queries);

  for (let n = 0; n < 100; n++) {
    renewal.note({ id: `${n}`, type: 'account.connected', data: {} });
  }

  vi.advanceTimersByTime(250);
  expect(invalidate.mock.calls.map(([filter]) => filter?.queryKey)).toEqual([['accounts'], ['quota']]);
});

it('renews nothing for progress, which carries its own news', () => {
  expect(staleBy('job.progress')).toEqual([]);
  expect(staleBy('post.progress')).toEqual([]);
  expect(staleBy('job.completed')).toContainEqual(['archive']);
});
