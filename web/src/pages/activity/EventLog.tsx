import { Text } from '@mantine/core';
import { answer, api } from '@/api/client';
import type { PostEventAnswer } from '@/api/schema';
import { usePaged } from '@/api/usePaged';
import { FailureAlert } from '@/ui/FailureAlert';
import { plural } from '@/ui/format';
import { MoreButton } from '@/ui/MoreButton';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { LocalTime } from '@/ui/Times';
import classes from './Activity.module.css';
import { eventText, eventTitle } from './words';

/** Everything that happened to a post, in words, oldest first. */
export function EventLog({ postId }: { postId: string }) {
  const { query, rows, total } = usePaged({
    queryKey: ['posts', 'events', postId],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/posts/{post_id}/events', {
          signal,
          params: { path: { post_id: postId }, query: { limit: 100, cursor } },
        }),
      ),
    rows: (page) => page.events,
  });
  return (
    <Section title="What happened">
      <FailureAlert error={query.error} onRetry={() => void query.refetch()} compact />
      {query.isPending && <ListSkeleton rows={4} height={36} />}
      <ol className={classes.log}>
        {rows.map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end, and have no id
          <Line key={place} event={event} />
        ))}
      </ol>
      <MoreButton query={query} size="xs">
        Show more ({plural(total - rows.length, 'line')} left)
      </MoreButton>
    </Section>
  );
}

function Line({ event }: { event: PostEventAnswer }) {
  const text = eventText(event);
  return (
    <li>
      <Text size="sm" fw={550}>
        {eventTitle(event)}
      </Text>
      {text !== null && (
        <Text size="sm" className={classes.said}>
          {text}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        <LocalTime at={event.at} />
      </Text>
    </li>
  );
}
