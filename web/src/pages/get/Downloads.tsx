import { Stack, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { studentChoicesQuery } from '@/api/archive';
import { answer, api } from '@/api/client';
import { usePaged } from '@/api/usePaged';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { MoreButton } from '@/ui/MoreButton';
import { ListSkeleton } from '@/ui/Skeletons';
import { JobCard } from './JobCard';

const kinds = ['downloads', 'student_download'];
const shown = 10;

/** Downloads that run and ran, newest first. They go on whether anybody looks or not. */
export function Downloads({ opened }: { opened: readonly string[] }) {
  const students = useQuery(studentChoicesQuery);
  const { query, rows } = usePaged({
    queryKey: ['jobs', 'pages'],
    load: (cursor, signal) =>
      answer(api.GET('/api/v1/jobs', { signal, params: { query: { limit: shown, cursor } } })),
    rows: (page) => page.jobs,
  });
  const jobs = rows.filter(({ kind }) => kinds.includes(kind));
  const names = new Map(students.data?.students.map(({ student_id, username }) => [student_id, username]));
  return (
    <section aria-labelledby="downloads">
      <Title order={2} id="downloads" mb="sm">
        Downloads
      </Title>
      <FailureAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <ListSkeleton rows={3} height={84} />}
      {query.isSuccess && jobs.length === 0 && !query.hasNextPage && (
        <EmptyState compact icon={IconDownload} title="Nothing fetched yet">
          Paste a link above. What comes of it is shown here, post by post, and kept in the Library.
        </EmptyState>
      )}
      <Stack gap="sm">
        {jobs.map((job) => (
          <JobCard
            key={job.id}
            job={job}
            username={job.student_id == null ? null : (names.get(job.student_id) ?? null)}
            isOpenedAtFirst={
              opened.includes(job.id) || job.state === 'running' || job.state === 'queued' || isSmall(job)
            }
          />
        ))}
      </Stack>
      <MoreButton query={query}>Older downloads</MoreButton>
    </section>
  );
}

// A failure of one post or two is worth reading without a click.
function isSmall({ total, failed }: { total?: number | null; failed: number }): boolean {
  return failed > 0 && total != null && total <= 3;
}
