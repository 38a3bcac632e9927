import type { PostAnswer } from '@/api/schema';

/** A post as the server tells of one: a video draft that nobody has to approve. */
export function post(state: PostAnswer['state'], others: Partial<PostAnswer> = {}): PostAnswer {
  return {
    success: true,
    post_id: 'p1',
    state,
    status: 'PROCESSING',
    kind: 'video',
    mode: 'inbox',
    transfer: 'upload',
    account: { id: 'a', username: 'anna', nickname: null },
    settings: {},
    version: 'v7',
    revision: 7,
    needs_approval: false,
    post_ids: [],
    files: [],
    repair_notes: [],
    attempts: 1,
    created_at: '2026-11-21T12:00:00Z',
    updated_at: '2026-11-21T12:00:00Z',
    status_url: 'http://127.0.0.1/api/posts/p1',
    ...others,
  };
}
