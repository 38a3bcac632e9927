import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';

const most = 1000;

/** The linked students, as many as one answer holds: for choosing one. The Library pages through all of them. */
export const studentChoicesQuery = queryOptions({
  queryKey: ['students', 'choices'],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/tiktok/students', { signal, params: { query: { limit: most } } })),
  staleTime: 30_000,
});

/** A job with its items. */
export function jobQuery(jobId: string) {
  return queryOptions({
    queryKey: ['jobs', 'one', jobId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/jobs/{job_id}', { signal, params: { path: { job_id: jobId } } })),
  });
}

/** A clip with its record. */
export function clipQuery(videoId: string) {
  return queryOptions({
    queryKey: ['clips', 'one', videoId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/clips/{video_id}', { signal, params: { path: { video_id: videoId } } })),
  });
}
