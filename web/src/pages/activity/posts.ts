import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';

/** One post, kept up to date by the event stream. */
export function postQuery(postId: string) {
  return queryOptions({
    queryKey: ['posts', 'one', postId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/posts/{post_id}', { signal, params: { path: { post_id: postId } } })),
  });
}

/** Whether posts go out at all; only administrators may ask. */
export const publishingQuery = queryOptions({
  queryKey: ['posts', 'publishing'],
  queryFn: ({ signal }) => answer(api.GET('/api/publishing', { signal })),
});
