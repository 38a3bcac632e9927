import { Button, Card, Collapse, Group, Progress, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconRefresh, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { JobResponse } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { plural } from '@/ui/format';
import { JobStateBadge } from '@/ui/StateBadge';
import { RelativeTime } from '@/ui/Times';
import { JobItems } from './JobItems';
import { useCancel, useRetry } from './useJobActions';
import { summaryOf, titleOf } from './words';

interface Props {
  job: JobResponse;
  /** The creator of the job's student; null when there is none or it is unknown. */
  username: string | null;
  isOpenedAtFirst: boolean;
}

/** One download: how far it is, what came of each post, and what can be done about it. */
export function JobCard({ job, username, isOpenedAtFirst }: Props) {
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? isOpenedAtFirst;
  const cancel = useCancel(job.id);
  const retry = useRetry(job.id);
  const isActive = job.state === 'queued' || job.state === 'running';
  const hasMissing = !isActive && (job.failed > 0 || job.state !== 'completed');
  const title = titleOf(job, username);
  return (
    <Card component="article" aria-label={title} padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {summaryOf(job)}, <RelativeTime at={job.ended_at ?? job.created_at} />
          </Text>
        </div>
        <JobStateBadge state={job.state} />
      </Group>
      <VisuallyHidden role="status">{isActive ? '' : `${title}: ${summaryOf(job)}`}</VisuallyHidden>
      {isActive && (
        <Progress
          mt="sm"
          size="sm"
          animated={job.total == null}
          value={job.total == null ? 100 : (100 * job.done) / Math.max(1, job.total)}
          aria-label={`${title}: ${summaryOf(job)}`}
        />
      )}
      {job.failure != null && !(isOpen && job.failed > 0) && (
        <Text size="sm" mt="xs">
          {job.failure.message} {job.failure.detail} {job.failure.remedy}
        </Text>
      )}
      <FailureAlert error={cancel.error ?? retry.error} compact />
      <Group gap="xs" mt="xs" ml={-8}>
        {(isActive || (job.total ?? 0) > 0) && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Hide' : 'Show'} the posts of: ${title}`}
            leftSection={
              isOpen ? <IconChevronUp aria-hidden size={16} /> : <IconChevronDown aria-hidden size={16} />
            }
            onClick={() => setChoice(!isOpen)}
          >
            {isOpen ? 'Hide the posts' : 'Show the posts'}
          </Button>
        )}
        {isActive && (
          <Button
            variant="subtle"
            color="clay"
            size="compact-sm"
            leftSection={<IconX aria-hidden size={16} />}
            loading={cancel.isPending}
            disabled={job.cancel_requested}
            onClick={() => cancel.mutate()}
          >
            {job.cancel_requested ? 'Cancelling' : 'Cancel'}
          </Button>
        )}
        {hasMissing && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconRefresh aria-hidden size={16} />}
            loading={retry.isPending}
            disabled={retry.isSuccess}
            onClick={() => retry.mutate()}
          >
            {job.total == null ? 'Try again' : `Try ${plural(missingOf(job), 'post')} again`}
          </Button>
        )}
      </Group>
      <Collapse in={isOpen}>{isOpen && <JobItems jobId={job.id} progress={job.progress ?? null} />}</Collapse>
    </Card>
  );
}

/** What failed, and what was not reached before the end. */
function missingOf({ total, done, failed }: JobResponse): number {
  return failed + Math.max(0, (total ?? done) - done);
}
