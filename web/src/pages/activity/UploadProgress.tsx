import { Progress, Text, VisuallyHidden } from '@mantine/core';
import type { PostAnswer } from '@/api/schema';
import { formatBytes } from '@/ui/format';
import { useProgress } from './useProgress';

/** How much of its file TikTok has, while it is sent. Read out in steps of a quarter, not at every chunk. */
export function UploadProgress({ post }: { post: PostAnswer }) {
  const progress = useProgress(post);
  if (progress === null) {
    return null;
  }

  const { sent, total } = progress;
  const percent = Math.floor((100 * sent) / total);
  return (
    <div>
      <Progress value={percent} size="md" aria-label="Sent to TikTok" />
      <Text size="sm" c="dimmed" mt={4}>
        {formatBytes(sent)} of {formatBytes(total)} sent
      </Text>
      <VisuallyHidden role="status">{`${Math.floor(percent / 25) * 25} % sent`}</VisuallyHidden>
    </div>
  );
}
