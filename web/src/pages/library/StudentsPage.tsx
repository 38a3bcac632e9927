import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { answer, api } from '@/api/client';
import { usePaged } from '@/api/usePaged';
import { hasPage } from '@/app/registry';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatBytes, plural } from '@/ui/format';
import { MoreButton } from '@/ui/MoreButton';
import { PageHeader } from '@/ui/PageHeader';
import { PageLink } from '@/ui/PageLink';
import { ListSkeleton } from '@/ui/Skeletons';
import { RelativeTime } from '@/ui/Times';
import classes from './Library.module.css';
import { LibraryTabs } from './LibraryTabs';

/** Everybody whose posts are kept. */
export function Component() {
  const { query, rows, total } = usePaged({
    queryKey: ['students', 'pages'],
    load: (cursor, signal) =>
      answer(api.GET('/api/tiktok/students', { signal, params: { query: { limit: 100, cursor } } })),
    rows: (page) => page.students,
  });
  return (
    <>
      <PageHeader title="Students" actions={<LibraryTabs />}>
        {query.isSuccess && total > 0
          ? `${plural(total, 'student')}, each linked to a creator on TikTok.`
          : 'Each is linked to a creator on TikTok.'}
      </PageHeader>
      <FailureAlert
        error={query.error}
        title="The students could not be loaded"
        onRetry={() => void query.refetch()}
      />
      {query.isPending && <ListSkeleton rows={5} height={72} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={IconUsers}
          title="No student yet"
          action={
            hasPage('/get') && (
              <Button component={Link} to="/get" mt="xs">
                Get a creator's posts
              </Button>
            )
          }
        >
          A student is your own id for a person, linked to their name on TikTok. Getting a creator by name
          makes one.
        </EmptyState>
      )}
      <Stack component="ul" gap="xs" className={classes.rows}>
        {rows.map((student) => (
          <li key={student.student_id}>
            <Card padding="md">
              <Group justify="space-between" gap="xs">
                <div style={{ minWidth: 0 }}>
                  <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                    <PageLink to={`/library/students/${encodeURIComponent(student.student_id)}`}>
                      @{student.username}
                    </PageLink>
                  </Text>
                  <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {student.student_id}
                  </Text>
                </div>
                <Text size="sm" c="dimmed">
                  {plural(student.stored_videos, 'clip')}, {formatBytes(student.stored_bytes)}
                  {student.last_download_at !== null && (
                    <>
                      , fetched <RelativeTime at={student.last_download_at} />
                    </>
                  )}
                </Text>
              </Group>
            </Card>
          </li>
        ))}
      </Stack>
      <MoreButton query={query}>More students</MoreButton>
    </>
  );
}
