import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Failure } from '@/api/failure';
import type { PostAnswer } from '@/api/schema';
import { showDone } from '@/ui/notices';
import { postQuery } from './posts';

interface Act {
  /** The call. */
  run: () => Promise<PostAnswer>;
  /** What is said when it worked. */
  done: string;
}

/**
 * Does something with a post and shows what came of it. When the post has become another one meanwhile (409), the page is
 * read again, so that the failure stands beside what is true now.
 */
export function useAct(postId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => act.run(),
    onSuccess: (post, act) => {
      showDone(act.done);
      queries.setQueryData(postQuery(postId).queryKey, post);
      void queries.invalidateQueries({ queryKey: ['posts'] });
    },
    onError: (error) => {
      if (error instanceof Failure && (error.status === 409 || error.status === 412)) {
        void queries.invalidateQueries({ queryKey: ['posts'] });
      }
    },
  });
}

export type Doing = ReturnType<typeof useAct>;
