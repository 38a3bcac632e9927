import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { Failure } from '@/api/failure';
import type { PostAnswer, PostListAnswer } from '@/api/schema';
import { steer } from '@/pages/activity/steer';
import { isPast } from '@/pages/activity/wall';
import { formatLocal, localZone } from '@/ui/format';
import { showDone, showFailure } from '@/ui/notices';

const mostPosts = 1_000;

/** The posts between two midnights, and how many may go out. */
export function usePlan(from: Date, to: Date) {
  const posts = useQuery({
    queryKey: ['posts', 'calendar', from.toISOString(), to.toISOString()],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/posts', {
          signal,
          params: { query: { from: from.toISOString(), to: to.toISOString(), limit: mostPosts } },
        }),
      ),
  });
  const accounts = [...new Set(posts.data?.posts.map((post) => post.account.id))];
  const quotas = useQueries({
    queries: accounts.map((id) => ({
      queryKey: ['quota', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(api.GET('/api/tiktok/accounts/{id}/quota', { signal, params: { path: { id } } })),
    })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
  return { posts, quotas };
}

interface Move {
  post: PostAnswer;
  /** By the reader's clock: `2026-11-21T14:05`. */
  to: string;
}

/** Gives a post another time: shown at once, and taken back with the reason when it is refused. */
export function useMove() {
  const queries = useQueryClient();
  const shown = { queryKey: ['posts', 'calendar'] };
  return useMutation({
    mutationFn: ({ post, to }: Move) => {
      if (isPast(to, new Date())) {
        throw new Failure({
          code: 'invalid_parameter',
          status: 0,
          detail: 'That time is past.',
          remedies: ['Choose a time to come.'],
        });
      }

      return steer.edit(post, { schedule_time: to, schedule_zone: localZone });
    },
    onMutate: async ({ post, to }) => {
      await queries.cancelQueries(shown);
      const before = queries.getQueriesData<PostListAnswer>(shown);
      queries.setQueriesData<PostListAnswer>(shown, (list) =>
        list === undefined
          ? undefined
          : {
              ...list,
              posts: list.posts.map((one) =>
                one.post_id === post.post_id ? { ...one, schedule_time: new Date(to).toISOString() } : one,
              ),
            },
      );
      return before;
    },
    onError: (error, _, before) => {
      for (const [key, list] of before ?? []) {
        queries.setQueryData(key, list);
      }

      showFailure(error);
    },
    onSuccess: (_, { to }) => showDone(`It goes out ${formatLocal(new Date(to))}.`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['posts'] }),
  });
}

export type Moving = ReturnType<typeof useMove>;
