import { Progress, Text } from '@mantine/core';
import { IconMoon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { jobsQuery, postsQuery } from '@/api/queries';
import type { JobResponse } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { plural } from '@/ui/format';
import { PageLink } from '@/ui/PageLink';
import { Row, Rows } from '@/ui/Rows';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { JobStateBadge, PostStateBadge } from '@/ui/StateBadge';
import { RelativeTime } from '@/ui/Times';
import { Quiet } from './Quiet';
import { accountName, jobTitle, postTitle } from './words';

const shown = 5;

/** What Clipyard does at this moment. */
export function Running() {
  const running = useQuery(jobsQuery('running', shown));
  const queued = useQuery(jobsQuery('queued', shown));
  const posts = useQuery(
    postsQuery(['preparing', 'queued', 'initialising', 'uploading', 'processing'], shown),
  );
  const jobs = [...(running.data?.jobs ?? []), ...(queued.data?.jobs ?? [])].slice(0, shown);
  const outgoing = posts.data?.posts ?? [];
  const isLoading = running.isPending || queued.isPending || posts.isPending;
  const error = running.error ?? queued.error ?? posts.error;
  const retry = () => void Promise.all([running.refetch(), queued.refetch(), posts.refetch()]);
  return (
    <Section title="Running">
      <FailureAlert error={error} onRetry={retry} compact />
      {isLoading && <ListSkeleton rows={1} />}
      {!isLoading && error === null && jobs.length + outgoing.length === 0 && (
        <Quiet icon={IconMoon}>Nothing is running.</Quiet>
      )}
      {jobs.length + outgoing.length > 0 && (
        <Rows>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
          {outgoing.map((post) => (
            <Row
              brief
              key={post.post_id}
              title={<PageLink to={`/activity/${post.post_id}`}>{postTitle(post)}</PageLink>}
              aside={<PostStateBadge state={post.state} />}
            >
              {post.wait?.reason ?? (
                <>
                  {accountName(post.account)}, since <RelativeTime at={post.created_at} />
                </>
              )}
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function JobRow({ job }: { job: JobResponse }) {
  const title = jobTitle(job);
  return (
    <Row brief title={title} aside={<JobStateBadge state={job.state} />}>
      {job.total == null ? (
        <Text span inherit>
          Asked for <RelativeTime at={job.created_at} />
        </Text>
      ) : (
        <>
          {job.done} of {plural(job.total, 'post')}
          {job.failed > 0 && `, ${job.failed} failed`}
          <Progress
            mt={6}
            size="sm"
            value={job.total === 0 ? 0 : (100 * job.done) / job.total}
            aria-label={`${title}: ${job.done} of ${job.total}`}
          />
        </>
      )}
    </Row>
  );
}
