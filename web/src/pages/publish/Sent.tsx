import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { PostAnswer, PostState } from '@/api/schema';
import { CopyButton } from '@/ui/CopyButton';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatBytes } from '@/ui/format';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { PostStateBadge } from '@/ui/StateBadge';
import { LocalTime } from '@/ui/Times';

const words: Record<PostState, string> = {
  preparing: 'Clipyard fetches the file and checks it against the limits of TikTok.',
  awaiting_approval: 'It waits until somebody approves it.',
  scheduled: 'It waits for its time.',
  queued: 'It goes out as soon as TikTok takes it.',
  initialising: 'TikTok is told that it comes.',
  uploading: 'It is on its way to TikTok.',
  processing: 'TikTok has it and processes it. That may take a few minutes.',
  uncertain: 'TikTok has not said what became of it. Clipyard keeps asking.',
  in_inbox: "It is in the creator's TikTok inbox: open the notification in the app and finish it there.",
  published: 'It is on TikTok. It may take a few minutes until everybody sees it.',
  failed: 'It came to nothing.',
  rejected: 'Somebody has rejected it.',
  cancelled: 'It was cancelled.',
};

/** What becomes of the post that was just asked for; follows the event stream. */
export function Sent({ postId, again }: { postId: string; again: () => void }) {
  const query = useQuery({
    queryKey: ['posts', 'one', postId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/posts/{post_id}', { signal, params: { path: { post_id: postId } } })),
  });
  const post = query.data;
  return (
    <Section title="Your post" aside={post !== undefined && <PostStateBadge state={post.state} />}>
      <Stack gap="md">
        <FailureAlert error={query.error} onRetry={() => void query.refetch()} compact />
        {query.isPending && <ListSkeleton rows={1} />}
        {post !== undefined && <Told post={post} />}
        <Group>
          <Button onClick={again}>Publish another</Button>
          {post?.mode === 'inbox' && post.caption != null && post.caption !== '' && (
            <CopyButton value={post.caption} label="Copy the caption" />
          )}
        </Group>
      </Stack>
    </Section>
  );
}

function Told({ post }: { post: PostAnswer }) {
  const total = post.files.reduce((sum, file) => sum + file.size_bytes, 0);
  return (
    <>
      <Text role="status">{words[post.state]}</Text>
      {post.schedule_time != null && post.state === 'scheduled' && (
        <Text>
          It goes out{' '}
          <LocalTime
            at={post.schedule_time}
            {...(post.schedule_zone == null ? {} : { zone: post.schedule_zone })}
          />
          {post.schedule_zone != null && ` (${post.schedule_zone})`}.
        </Text>
      )}
      {post.wait?.reason != null && <Text size="sm">{post.wait.reason}</Text>}
      {post.uploaded_bytes != null && total > 0 && (
        <div>
          <Progress value={(100 * post.uploaded_bytes) / total} aria-label="Sent to TikTok" />
          <Text size="sm" c="dimmed" mt={4}>
            {formatBytes(post.uploaded_bytes)} of {formatBytes(total)}
          </Text>
        </div>
      )}
      {post.note != null && <Text size="sm">{post.note}</Text>}
      {post.fail != null && (
        <Alert color="clay" role="alert" title={post.fail.message}>
          {post.fail.remedy}
        </Alert>
      )}
    </>
  );
}
