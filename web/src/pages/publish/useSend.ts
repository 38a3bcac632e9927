import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { Failure } from '@/api/failure';
import type { PostForm } from './form';
import { bodyOf, type Surroundings } from './rules';
import { idempotencyKey } from './stored';

/** Asks for the post. The same form makes one post, however often it is sent. */
export function useSend(finish: (postId: string) => void) {
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf>) =>
      answer(
        api.POST('/api/posts', {
          body,
          params: { header: { 'Idempotency-Key': idempotencyKey(body), Prefer: 'respond-async' } },
        }),
      ),
    onSuccess: (post) => {
      void queries.invalidateQueries({ queryKey: ['posts'] });
      finish(post.post_id);
    },
  });
  return {
    isSending: sending.isPending,
    failure: sending.error === null ? null : Failure.from(sending.error),
    send: (form: PostForm, around: Surroundings) => {
      if (!sending.isPending) {
        sending.mutate(bodyOf(form, around));
      }
    },
  };
}
