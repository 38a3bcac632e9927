import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';

const minute = 60_000;

/** What TikTok's limits leave of an account. */
export function quotaQuery(id: string) {
  return queryOptions({
    queryKey: ['quota', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tiktok/accounts/{id}/quota', { signal, params: { path: { id } } })),
    // No event tells that a minute is over: what was used of it is asked for once more when it is.
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.this_minute.init.left < data.this_minute.init.limit ? minute : false,
  });
}
