import type { ClipAnswer, PostAnswer, PostEventAnswer, PostFileAnswer, PostState } from '@/api/schema';
import { formatBytes, formatLength, formatLocal, plural } from '@/ui/format';

type Waiting = Pick<PostAnswer, 'state' | 'mode' | 'schedule_time' | 'wait' | 'transfer' | 'needs_approval'>;

/** Where a post stands and what happens next, in words. */
export interface Standing {
  now: string;
  next: string;
}

const timed = (at: string) => formatLocal(new Date(at));

/** Says where a post stands and what happens next. */
export function standingOf(post: Waiting): Standing {
  const isDraft = post.mode === 'inbox';
  const thing = isDraft ? 'draft' : 'post';
  const then = post.schedule_time == null ? 'goes out at once' : `goes out ${timed(post.schedule_time)}`;
  switch (post.state) {
    case 'preparing':
      return {
        now: 'Its file is being fetched and checked.',
        next: post.needs_approval ? 'Then somebody has to approve it.' : `Then it ${then}.`,
      };
    case 'awaiting_approval':
      return { now: 'It waits for somebody to look at it.', next: `When you approve it, it ${then}.` };
    case 'scheduled':
      return { now: 'It is ready and waits for its time.', next: `It ${then}.` };
    case 'queued':
      return post.wait == null
        ? { now: 'It is ready.', next: 'It goes out as soon as it is its turn.' }
        : { now: 'It has to wait.', next: waitWords(post.wait) };
    case 'initialising':
      return { now: 'TikTok is being told of it.', next: 'Then its file is sent.' };
    case 'uploading':
      return post.transfer === 'pull'
        ? { now: 'TikTok is fetching its file.', next: 'Then TikTok processes it.' }
        : { now: 'Its file is on its way to TikTok.', next: 'Then TikTok processes it.' };
    case 'processing':
      return {
        now: 'TikTok has it and is working on it.',
        next: 'This may take a few minutes. Nothing is left to do here.',
      };
    case 'uncertain':
      return {
        now: 'TikTok has said nothing final for hours.',
        next: `It is asked on for a week. The ${thing} may be there: look at the account and its inbox before you send it again.`,
      };
    case 'in_inbox':
      return {
        now: 'The draft is in the creator’s TikTok inbox.',
        next: 'Open the notification in the TikTok app to finish and post it.',
      };
    case 'published':
      return { now: 'It is on TikTok.', next: 'It may take a few minutes until everybody sees it.' };
    case 'failed':
      return { now: 'It came to nothing.', next: 'You can send it again when the cause is gone.' };
    case 'rejected':
      return { now: 'It was rejected.', next: 'Nothing of it was sent to TikTok.' };
    case 'cancelled':
      return { now: 'It was cancelled.', next: 'It does not go out.' };
  }
}

/** "Goes out 21 Nov 2026, 14:05, because ..." */
export function waitWords(wait: NonNullable<PostAnswer['wait']>): string {
  const reason = wait.reason?.trim().replace(/\.$/, '') ?? wait.code.replaceAll('_', ' ');
  return `It goes out ${timed(wait.until)} at the earliest, because of this: ${reason}.`;
}

const states: Record<PostState, string> = {
  preparing: 'Its file is being prepared',
  awaiting_approval: 'Waits for an approval',
  scheduled: 'Waits for its time',
  queued: 'Waits for its turn',
  initialising: 'TikTok is told of it',
  uploading: 'Its file is sent',
  processing: 'TikTok works on it',
  uncertain: 'TikTok says nothing final',
  in_inbox: 'Arrived in the creator’s inbox',
  published: 'Published',
  failed: 'Failed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
};

const happenings: Record<string, string> = {
  approved: 'Approved',
  edited: 'Changed',
  init: 'An attempt begins',
  committed: 'All but the end is sent',
  abandoned: 'The attempt was given up',
  waiting: 'It has to wait',
  status: 'TikTok says something new',
  webhook: 'TikTok sent word',
  post_id: 'TikTok named the post',
  files_removed: 'The file here was deleted',
};

/** A line of a post's log, as a heading. Words that this page does not know are shown as they are. */
export function eventTitle(event: Pick<PostEventAnswer, 'type' | 'state'>): string {
  return event.type === 'state'
    ? states[event.state]
    : (happenings[event.type] ?? event.type.replaceAll('_', ' '));
}

const reasons: readonly [RegExp, string][] = [
  [/\(cancelled\)/, '(it was cancelled)'],
  [/\(not_posted\)/, '(somebody looked and did not find it)'],
];

/** What a line says beyond its heading; null for nothing. */
export function eventText(event: Pick<PostEventAnswer, 'type' | 'message' | 'data'>): string | null {
  if (event.message != null && event.message !== '') {
    return reasons.reduce((text, [pattern, words]) => text.replace(pattern, words), event.message);
  }

  const data = event.data;
  if (typeof data !== 'object' || data === null) {
    return null;
  }

  if ('approved_by' in data && typeof data.approved_by === 'string') {
    return `By ${approverWords(data.approved_by)}.`;
  }

  return 'post_ids' in data && Array.isArray(data.post_ids) ? data.post_ids.join(', ') : null;
}

/** Who approved: `person:ID`, `key:ID` or `link`. */
export function approverWords(by: string): string {
  if (by === 'link') {
    return 'somebody with an approval link';
  }

  return by.startsWith('key:') ? 'a program with an API key' : 'a person who is signed in here';
}

/** What is sent, in a line: `1080 × 1920, 0:21, 18.4 MB`. */
export function fileWords(file: PostFileAnswer): string {
  const facts = [
    file.width != null && file.height != null ? `${file.width} × ${file.height}` : null,
    file.duration_ms != null ? formatLength(file.duration_ms) : null,
    formatBytes(file.size_bytes),
  ];
  return facts.filter((fact) => fact !== null).join(', ');
}

/** The same of all files of a post; null before there are any. */
export function filesWords(files: readonly PostFileAnswer[]): string | null {
  const [first] = files;
  if (first === undefined) {
    return null;
  }

  return files.length === 1
    ? fileWords(first)
    : `${plural(files.length, 'photo')}, ${formatBytes(files.reduce((sum, file) => sum + file.size_bytes, 0))}`;
}

/** Where nothing more happens to the files: from here on they are not kept. */
export const delivered: readonly PostState[] = ['in_inbox', 'published', 'failed', 'rejected', 'cancelled'];

type Pictured = Pick<PostAnswer, 'post_id' | 'kind' | 'state' | 'thumbnail_url'> & {
  files: readonly Pick<PostFileAnswer, 'duration_ms'>[];
};

/** What stands for a post in a list: its clip's cover, or the first of its photos as long as that is kept. */
export function pictureOf(post: Pictured): Pick<ClipAnswer, 'thumbnail_url' | 'kind' | 'duration_ms'> {
  const isKept = post.kind === 'photos' && post.files.length > 0 && !delivered.includes(post.state);
  return {
    thumbnail_url: post.thumbnail_url ?? (isKept ? `/api/posts/${post.post_id}/files/0` : null),
    kind: post.kind === 'photos' ? 'photo' : 'video',
    duration_ms: post.files[0]?.duration_ms ?? null,
  };
}

/** What it will be: "Draft", "Direct post". */
export function modeWords(post: Pick<PostAnswer, 'mode' | 'kind'>): string {
  const photos = post.kind === 'photos' ? ' of photos' : '';
  return post.mode === 'inbox' ? `Draft${photos}` : `Direct post${photos}`;
}

const privacy: Record<string, string> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  MUTUAL_FOLLOW_FRIENDS: 'Friends',
  FOLLOWER_OF_CREATOR: 'Followers',
  SELF_ONLY: 'Only you',
};

/** Who may see it. */
export function privacyWords(level: string | null | undefined): string {
  return level == null ? 'Not chosen' : (privacy[level] ?? level);
}
