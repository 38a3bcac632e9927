import { Button, Grid, Skeleton, Stack, Title } from '@mantine/core';
import { IconMovie } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { answer, api } from '@/api/client';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { PageHeader } from '@/ui/PageHeader';
import { PageLink } from '@/ui/PageLink';
import { ClipGrid } from './ClipGrid';
import { EraseStudent } from './EraseStudent';
import { FeedCard } from './FeedCard';
import { nothing, writeFilters } from './filters';
import { NewestCard } from './NewestCard';
import { ProfileCard } from './ProfileCard';

/** A student: the creator they are linked to, what is kept, and what can be done. */
export function Component() {
  const { studentId = '' } = useParams();
  const info = useQuery({
    queryKey: ['students', 'one', studentId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/tiktok/student/{student_id}/info', {
          signal,
          params: { path: { student_id: studentId } },
        }),
      ),
  });
  const filters = { ...nothing, student: studentId };
  return (
    <>
      <PageHeader
        title={info.data === undefined ? 'Student' : `@${info.data.username}`}
        actions={
          <Button component={Link} to={`/library?${writeFilters(filters)}`} variant="default">
            Search the clips
          </Button>
        }
      >
        <PageLink to="/library/students">Students</PageLink> / {studentId}
      </PageHeader>
      <FailureAlert
        error={info.error}
        title="The student could not be loaded"
        onRetry={() => void info.refetch()}
      />
      {info.isPending && <Skeleton height={220} radius="lg" />}
      {info.data !== undefined && (
        <Stack gap="lg">
          <Grid gutter="lg">
            <Grid.Col span={{ base: 12, md: 6 }}>
              <ProfileCard info={info.data} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Stack gap="lg">
                <NewestCard studentId={studentId} username={info.data.username} />
                <FeedCard studentId={studentId} />
              </Stack>
            </Grid.Col>
          </Grid>
          <div>
            <Title order={2} mb="xs">
              Clips
            </Title>
            <ClipGrid
              filters={filters}
              empty={
                <EmptyState compact icon={IconMovie} title="Nothing kept yet">
                  Fetch the newest posts above; they appear here one by one.
                </EmptyState>
              }
            />
          </div>
          <EraseStudent info={info.data} />
        </Stack>
      )}
    </>
  );
}
