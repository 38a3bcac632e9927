import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';
import type { JobState, PostState } from './schema';

/**
 * Queries that several pages share. The first word of a key says what they show; the event stream renews them by it
 * (src/events/renewal.ts).
 */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => answer(api.GET('/api/tiktok/status', { signal })),
});

export const archiveQuery = queryOptions({
  queryKey: ['archive'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/archive', { signal })),
});

/** What was kept last. */
export function newestClipsQuery(limit: number) {
  return queryOptions({
    queryKey: ['clips', 'newest', limit],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/clips', { signal, params: { query: { limit } } })),
  });
}

/** The newest posts in any of these states. */
export function postsQuery(states: readonly PostState[], limit: number) {
  return queryOptions({
    queryKey: ['posts', 'newest', states, limit],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/posts', { signal, params: { query: { state: states.join(','), limit } } })),
  });
}

/** The newest jobs in this state. */
export function jobsQuery(state: JobState, limit: number) {
  return queryOptions({
    queryKey: ['jobs', 'newest', state, limit],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/jobs', { signal, params: { query: { state, limit } } })),
  });
}
