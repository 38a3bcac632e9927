import { Button, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { jobQuery } from '@/api/archive';
import type { JobItemResponse, JobItemState, JobProgressResponse } from '@/api/schema';
import { useServerEvents } from '@/events/EventsProvider';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatCount } from '@/ui/format';
import { PageLink } from '@/ui/PageLink';
import { ListSkeleton } from '@/ui/Skeletons';
import classes from './Get.module.css';
import { progressOf, shortAddress, stateOf } from './words';

const marks: Record<JobItemState, typeof IconCheck> = {
  pending: IconClock,
  stored: IconCheck,
  already_stored: IconCheck,
  failed: IconAlertTriangle,
  cancelled: IconX,
};
const firstShown = 50;

interface Props {
  jobId: string;
  /** How far the transfer was when the job was read. */
  progress: JobProgressResponse | null;
}

/** The posts of a job and what came of each, with the one that is on its way. */
export function JobItems({ jobId, progress }: Props) {
  const job = useQuery(jobQuery(jobId));
  const current = useProgress(jobId) ?? progress;
  const [showsAll, setShowsAll] = useState(false);
  const items = job.data?.items ?? [];
  const shown = showsAll ? items : items.slice(0, firstShown);
  return (
    <>
      <FailureAlert error={job.error} onRetry={() => void job.refetch()} compact />
      {job.isPending && <ListSkeleton rows={1} />}
      <ul className={classes.items}>
        {shown.map((item) => (
          <Item
            key={item.url}
            item={item}
            progress={
              current !== null && item.state === 'pending' && current.video_id === item.video_id
                ? current
                : null
            }
          />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button variant="default" size="xs" mt="xs" onClick={() => setShowsAll(true)}>
          Show all {formatCount(items.length)}
        </Button>
      )}
    </>
  );
}

function Item({ item, progress }: { item: JobItemResponse; progress: JobProgressResponse | null }) {
  const Mark = marks[item.state];
  const isKept = item.state === 'stored' || item.state === 'already_stored';
  const tone = isKept ? classes.good : item.state === 'failed' ? classes.bad : '';
  const address = shortAddress(item.url);
  return (
    <li className={classes.item}>
      <span className={`${classes.mark} ${tone}`}>
        <Mark aria-hidden size={18} />
      </span>
      <div className={classes.words}>
        <Text size="sm" className={classes.address}>
          {isKept && item.video_id !== null ? (
            <PageLink to={`/library/${item.video_id}`}>{address}</PageLink>
          ) : (
            address
          )}
        </Text>
        {progress === null ? (
          <>
            <Text size="sm" c={item.message === null ? 'dimmed' : undefined}>
              {item.message ?? stateOf(item)}
            </Text>
            {item.remedy !== null && (
              <Text size="sm" c="dimmed">
                {item.remedy}
              </Text>
            )}
          </>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {progressOf(progress)}
            </Text>
            {progress.total_bytes !== null && (
              <Progress
                mt={4}
                size="sm"
                value={(100 * progress.bytes) / Math.max(1, progress.total_bytes)}
                aria-label={`${address}: ${progressOf(progress)}`}
              />
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** How far a job's transfer is, as the stream tells it; null before it has told anything. */
function useProgress(jobId: string): JobProgressResponse | null {
  const [progress, setProgress] = useState<JobProgressResponse | null>(null);
  useServerEvents('job.progress', ({ data }) => {
    if (isProgress(data) && data.job_id === jobId) {
      setProgress(data);
    }
  });
  return progress;
}

function isProgress(data: unknown): data is JobProgressResponse {
  return typeof data === 'object' && data !== null && 'job_id' in data && 'bytes' in data;
}
