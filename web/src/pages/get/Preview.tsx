import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { VideoInfoAnswer } from '@/api/schema';
import { Caption } from '@/ui/Caption';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatLength, plural } from '@/ui/format';
import { captionOf } from '@/ui/names';
import { LocalTime } from '@/ui/Times';
import classes from './Get.module.css';
import type { Found } from './recognise';

const halfAnHour = 30 * 60 * 1000;

/** What TikTok shows of a single post, before it is fetched. */
export function Preview({ found }: { found: Found }) {
  const isPost = found.kind === 'video' || found.kind === 'photo' || found.kind === 'short';
  const url = found.text;
  const info = useQuery({
    queryKey: ['preview', url],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/videos/info', { signal, params: { query: { url } } })),
    enabled: isPost,
    staleTime: halfAnHour,
    retry: false,
  });
  if (!isPost) {
    return null;
  }

  return (
    <section aria-label="Preview">
      {info.isPending && <Skeleton height={92} radius="md" />}
      <FailureAlert
        error={info.error}
        title="TikTok does not show this post"
        onRetry={() => void info.refetch()}
        compact
      />
      {info.data !== undefined && <Post info={info.data} />}
    </section>
  );
}

function Post({ info }: { info: VideoInfoAnswer }) {
  const { plays, likes, comments } = info.counts;
  return (
    <Stack gap={6} className={classes.preview}>
      <Group gap="xs" justify="space-between">
        <Text fw={600}>
          {info.author?.nickname ?? 'A creator'}
          {info.author?.username != null && (
            <Text span inherit c="dimmed" fw={400}>
              {' '}
              @{info.author.username}
            </Text>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {info.kind === 'photo' && plural(info.images.length, 'photo')}
          {info.duration_ms != null && formatLength(info.duration_ms)}
        </Text>
      </Group>
      <Caption size="sm" lineClamp={3}>
        {captionOf(info)}
      </Caption>
      <Group gap="2px 16px">
        {plays !== null && <Count>{plural(plays, 'play')}</Count>}
        {likes !== null && <Count>{plural(likes, 'like')}</Count>}
        {comments !== null && <Count>{plural(comments, 'comment')}</Count>}
        {info.created_at != null && (
          <Text size="sm" c="dimmed">
            <LocalTime at={info.created_at} />
          </Text>
        )}
      </Group>
    </Stack>
  );
}

function Count({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
