import { Badge } from '@mantine/core';
import type { AccountState, JobState, PostState } from '@/api/schema';

type Look = readonly [word: string, color: string];

const posts: Record<PostState, Look> = {
  preparing: ['Preparing', 'sky'],
  awaiting_approval: ['Needs approval', 'amber'],
  scheduled: ['Scheduled', 'gray'],
  queued: ['Queued', 'gray'],
  initialising: ['Starting', 'sky'],
  uploading: ['Uploading', 'sky'],
  processing: ['Processing', 'sky'],
  uncertain: ['Uncertain', 'amber'],
  in_inbox: ['In the inbox', 'pine'],
  published: ['Published', 'pine'],
  failed: ['Failed', 'clay'],
  rejected: ['Rejected', 'gray'],
  cancelled: ['Cancelled', 'gray'],
};

const jobs: Record<JobState, Look> = {
  queued: ['Waiting', 'gray'],
  running: ['Running', 'sky'],
  completed: ['Done', 'pine'],
  failed: ['Failed', 'clay'],
  cancelled: ['Cancelled', 'gray'],
};

const accounts: Record<AccountState, Look> = {
  connected: ['Connected', 'pine'],
  needs_reconnect: ['Reconnect', 'amber'],
  disconnected: ['Disconnected', 'gray'],
};

/** The word and the colour of a state, where no badge fits. */
export function postStateLook(state: PostState): Look {
  return posts[state];
}

export function PostStateBadge({ state }: { state: PostState }) {
  return <StateBadge look={posts[state]} />;
}

export function JobStateBadge({ state }: { state: JobState }) {
  return <StateBadge look={jobs[state]} />;
}

export function AccountStateBadge({ state }: { state: AccountState }) {
  return <StateBadge look={accounts[state]} />;
}

function StateBadge({ look: [word, color] }: { look: Look }) {
  return (
    <Badge color={color} miw="max-content">
      {word}
    </Badge>
  );
}
