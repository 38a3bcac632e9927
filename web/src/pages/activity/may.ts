import type { PostAnswer, PostState } from '@/api/schema';

const editable: readonly PostState[] = ['awaiting_approval', 'scheduled', 'queued'];
const cancellable: readonly PostState[] = [...editable, 'preparing', 'initialising', 'uploading'];

/** Whether its texts and its time may still be changed. */
export function isEditable(post: Pick<PostAnswer, 'state'>): boolean {
  return editable.includes(post.state);
}

/** What somebody with these rights may do with a post as it stands. The server decides; this keeps dead buttons away. */
export function may(post: Pick<PostAnswer, 'state' | 'fail'>, scopes: readonly string[]) {
  const [draft, approve] = [scopes.includes('draft'), scopes.includes('approve')];
  const isUncertain = post.state === 'uncertain' || post.fail?.code === 'outcome_uncertain';
  const isOver = post.state === 'failed' || post.state === 'uncertain';
  return {
    approve,
    decide: approve && post.state === 'awaiting_approval',
    link: approve && post.state === 'awaiting_approval',
    edit: draft && isEditable(post),
    cancel: draft && cancellable.includes(post.state),
    retry: draft && isOver && !isUncertain,
    retryAfterLooking: draft && approve && isOver && isUncertain,
  };
}
