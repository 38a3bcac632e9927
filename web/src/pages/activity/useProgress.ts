import { useState } from 'react';
import type { PostAnswer } from '@/api/schema';
import { useServerEvents } from '@/events/EventsProvider';

interface Sent {
  postId: string;
  bytes: number;
}

function read(data: unknown): Sent | null {
  return typeof data === 'object' &&
    data !== null &&
    'post_id' in data &&
    typeof data.post_id === 'string' &&
    'uploaded_bytes' in data &&
    typeof data.uploaded_bytes === 'number'
    ? { postId: data.post_id, bytes: data.uploaded_bytes }
    : null;
}

/** How much of a post TikTok has, as the event stream tells it; null while nothing is sent. */
export function useProgress(post: Pick<PostAnswer, 'post_id' | 'state' | 'uploaded_bytes' | 'files'>) {
  const [told, setTold] = useState<Sent | null>(null);
  useServerEvents('post.progress', (event) => {
    const sent = read(event.data);
    if (sent?.postId === post.post_id) {
      setTold(sent);
    }
  });
  const total = post.files.reduce((sum, file) => sum + file.size_bytes, 0);
  const sent = told?.postId === post.post_id ? told.bytes : post.uploaded_bytes;
  return post.state === 'uploading' && sent != null && total > 0
    ? { sent: Math.min(sent, total), total }
    : null;
}
