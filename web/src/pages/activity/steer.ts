import { answer, api } from '@/api/client';
import type { PatchBody, PostAnswer } from '@/api/schema';

/** The calls that change a post. Each says which version or revision was looked at, so that nothing else is changed. */
type Seen = Pick<PostAnswer, 'post_id' | 'version' | 'revision'>;

const path = (post: Seen) => ({ path: { post_id: post.post_id } });

export const steer = {
  approve: (post: Seen) =>
    answer(
      api.POST('/api/posts/{post_id}/approve', {
        params: path(post),
        body: { version: post.version ?? null },
      }),
    ),
  reject: (post: Seen, reason: string) =>
    answer(
      api.POST('/api/posts/{post_id}/reject', {
        params: path(post),
        body: { version: post.version ?? null, reason: reason.trim() === '' ? null : reason.trim() },
      }),
    ),
  cancel: (post: Seen) => answer(api.POST('/api/posts/{post_id}/cancel', { params: path(post) })),
  retry: (post: Seen, notPosted: boolean) =>
    answer(api.POST('/api/posts/{post_id}/retry', { params: path(post), body: { not_posted: notPosted } })),
  edit: (post: Seen, body: PatchBody) =>
    answer(
      api.PATCH('/api/posts/{post_id}', {
        params: { ...path(post), header: { 'If-Match': `"${post.revision}"` } },
        body,
      }),
    ),
};
