import { useQuery } from '@tanstack/react-query';
import { jobsQuery, postsQuery } from '@/api/queries';
import { FailureAlert } from '@/ui/FailureAlert';
import { PageLink } from '@/ui/PageLink';
import { Row, Rows } from '@/ui/Rows';
import { Section } from '@/ui/Section';
import { JobStateBadge, PostStateBadge } from '@/ui/StateBadge';
import { RelativeTime } from '@/ui/Times';
import { jobTitle, postTitle } from './words';

const shown = 5;
const week = 7 * 24 * 60 * 60 * 1000;

/** What came to nothing in the last seven days, and what helps. Not there when all went well. */
export function Failed() {
  const jobs = useQuery(jobsQuery('failed', shown));
  const posts = useQuery(postsQuery(['failed'], shown));
  const since = Date.now() - week;
  const isRecent = (ended: string | null | undefined) => ended != null && Date.parse(ended) > since;
  const failedJobs = jobs.data?.jobs.filter((job) => isRecent(job.ended_at)) ?? [];
  const failedPosts = posts.data?.posts.filter((post) => isRecent(post.ended_at)) ?? [];
  const error = jobs.error ?? posts.error;
  if (error === null && failedJobs.length + failedPosts.length === 0) {
    return null;
  }

  return (
    <Section title="Failed this week">
      <FailureAlert
        error={error}
        onRetry={() => void Promise.all([jobs.refetch(), posts.refetch()])}
        compact
      />
      <Rows>
        {failedPosts.map((post) => (
          <Row
            brief
            key={post.post_id}
            title={<PageLink to={`/activity/${post.post_id}`}>{postTitle(post)}</PageLink>}
            aside={<PostStateBadge state={post.state} />}
          >
            {post.fail?.message} {post.fail?.remedy}{' '}
            {post.ended_at != null && <RelativeTime at={post.ended_at} />}
          </Row>
        ))}
        {failedJobs.map((job) => (
          <Row brief key={job.id} title={jobTitle(job)} aside={<JobStateBadge state={job.state} />}>
            {job.failure?.message} {job.failure?.remedy}{' '}
            {job.ended_at != null && <RelativeTime at={job.ended_at} />}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
