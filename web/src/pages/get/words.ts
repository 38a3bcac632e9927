import type { JobItemResponse, JobItemState, JobProgressResponse, JobResponse, JobState } from '@/api/schema';
import { formatBytes, formatCount, formatSpan, plural } from '@/ui/format';

/** What a download is, for people. */
export function titleOf(
  job: Pick<JobResponse, 'kind' | 'student_id' | 'total'>,
  username: string | null,
): string {
  const whose = job.student_id == null ? '' : ` for ${job.student_id}`;
  if (job.kind === 'student_download') {
    return `${username === null ? 'Posts' : `Posts of @${username}`}${whose}`;
  }

  return `${job.total == null ? 'Links' : plural(job.total, 'link')}${whose}`;
}

const before: Record<JobState, string> = {
  queued: 'Waits its turn',
  running: 'Reading the list of posts',
  completed: 'No posts',
  failed: 'Ended before the first post',
  cancelled: 'Ended before the first post',
};

/** How far it is: `3 of 5 done, 1 failed`. */
export function summaryOf({
  state,
  total,
  done,
  failed,
}: Pick<JobResponse, 'state' | 'total' | 'done' | 'failed'>): string {
  if (total == null) {
    return before[state];
  }

  const good = done - failed;
  const far =
    state === 'completed' || state === 'failed'
      ? `${plural(good, 'post')} kept`
      : `${formatCount(done)} of ${formatCount(total)} done`;
  return failed === 0 ? far : `${far}, ${formatCount(failed)} failed`;
}

const states: Record<JobItemState, string> = {
  pending: 'Waiting',
  stored: 'Kept',
  already_stored: 'Kept already',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** What came of a post. */
export function stateOf({ state }: Pick<JobItemResponse, 'state'>): string {
  return states[state];
}

/** How far a transfer is: `1.2 MB of 3.0 MB, 800 KB/s, 2 s left`. */
export function progressOf(progress: JobProgressResponse): string {
  const { bytes, total_bytes, bytes_per_second, time_left_ms } = progress;
  const amount =
    total_bytes === null ? formatBytes(bytes) : `${formatBytes(bytes)} of ${formatBytes(total_bytes)}`;
  const speed = bytes_per_second > 0 ? `, ${formatBytes(bytes_per_second)}/s` : '';
  const left = time_left_ms === null || time_left_ms < 500 ? '' : `, ${formatSpan(time_left_ms)} left`;
  return amount + speed + left;
}

/** An address as people read it. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
