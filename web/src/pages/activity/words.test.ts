import { expect, it } from 'vitest';
import type { PostState } from '@/api/schema';
import { queryOf, readFilters, writeFilters } from './filters';
import { may } from './may';
import { isPast, soon, wallTime } from './wall';
import { approverWords, eventText, eventTitle, filesWords, pictureOf, standingOf, waitWords } from './words';

const states: PostState[] = [
  'preparing',
  'awaiting_approval',
  'scheduled',
  'queued',
  'initialising',
  'uploading',
  'processing',
  'uncertain',
  'in_inbox',
  'published',
  'failed',
  'rejected',
  'cancelled',
];

const post = { mode: 'inbox', transfer: 'upload', needs_approval: false } as const;
const all = ['read', 'draft', 'publish', 'approve'];

it('says of every state where the post stands and what comes next', () => {
  const said = states.map((state) => standingOf({ ...post, state }));

  for (const { now, next } of said) {
    expect(now).toMatch(/^[A-Z].*\.$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
  }

  expect(new Set(said.map(({ now }) => now)).size).toBe(states.length);
});

it('says when a post goes out, and why not before', () => {
  const at = new Date(2026, 10, 22, 14, 5).toISOString();

  expect(standingOf({ ...post, state: 'scheduled', schedule_time: at }).next).toMatch(
    /^It goes out .*2026.*(14|2):05/,
  );
  expect(waitWords({ code: 'daily_cap', reason: '15 posts went out.', until: at })).toMatch(
    /^It goes out .*05.* because of this: 15 posts went out\.$/,
  );
  expect(waitWords({ code: 'daily_cap', reason: null, until: at })).toContain('daily cap');
});

it('asks for an approval only where one is needed', () => {
  const preparing = { ...post, state: 'preparing' } as const;

  expect(standingOf({ ...preparing, needs_approval: true }).next).toContain('approve');
  expect(standingOf(preparing).next).not.toContain('approve');
});

it('tells the log in words, and what it does not know as it is', () => {
  expect(eventTitle({ type: 'state', state: 'in_inbox' })).toBe('Arrived in the creator’s inbox');
  expect(eventTitle({ type: 'files_removed', state: 'in_inbox' })).toBe('The file here was deleted');
  expect(eventTitle({ type: 'a_new_thing', state: 'queued' })).toBe('a new thing');
  expect(eventText({ type: 'approved', message: null, data: { approved_by: 'link' } })).toBe(
    'By somebody with an approval link.',
  );
  expect(eventText({ type: 'abandoned', message: 'Attempt 1 was given up (not_posted).', data: null })).toBe(
    'Attempt 1 was given up (somebody looked and did not find it).',
  );
  expect(eventText({ type: 'post_id', message: null, data: { post_ids: ['1', '2'] } })).toBe('1, 2');
  expect(eventText({ type: 'edited', message: null, data: { version: 'abc' } })).toBeNull();
  expect(approverWords('key:1')).toContain('API key');
});

it('says what is sent', () => {
  const file = { sha256: 'a', size_bytes: 1_048_576, content_type: 'video/mp4' };
  const video = {
    ...file,
    width: 1080,
    height: 1920,
    duration_ms: 21_000,
    frame_rate: 30,
    video_codec: 'h264',
  };
  const photo = {
    ...file,
    width: null,
    height: null,
    duration_ms: null,
    frame_rate: null,
    video_codec: null,
  };

  expect(filesWords([])).toBeNull();
  expect(filesWords([video])).toBe('1080 × 1920, 0:21, 1.0 MB');
  expect(filesWords([photo, photo])).toBe('2 photos, 2.0 MB');
});

it('offers what a state allows, to those who may', () => {
  expect(may({ state: 'awaiting_approval' }, all)).toMatchObject({ decide: true, edit: true, cancel: true });
  expect(may({ state: 'awaiting_approval' }, ['read', 'draft'])).toMatchObject({
    decide: false,
    link: false,
  });
  expect(may({ state: 'processing' }, all)).toMatchObject({ cancel: false, edit: false, retry: false });
  expect(may({ state: 'failed' }, all)).toMatchObject({ retry: true, retryAfterLooking: false });
  expect(may({ state: 'uncertain' }, all)).toMatchObject({ retry: false, retryAfterLooking: true });
  expect(may({ state: 'published' }, ['read'])).toEqual({
    approve: false,
    decide: false,
    link: false,
    edit: false,
    cancel: false,
    retry: false,
    retryAfterLooking: false,
  });
});

it('keeps filters in the address, and reads nonsense as nothing', () => {
  const filters = { tab: 'needs', account: 'a', from: '2026-11-01', to: '2026-11-21' } as const;

  expect(writeFilters(filters).toString()).toBe('show=needs&account=a&from=2026-11-01&to=2026-11-21');
  expect(readFilters(writeFilters(filters))).toEqual(filters);
  expect(readFilters(new URLSearchParams('show=toString&from=yesterday&to=2026-13-99'))).toEqual({
    tab: 'all',
    account: null,
    from: null,
    to: null,
  });
  expect(queryOf(filters)).toEqual({
    state: 'awaiting_approval,uncertain',
    account_id: 'a',
    from: new Date(2026, 10, 1).toISOString(),
    to: new Date(2026, 10, 22).toISOString(),
  });
});

it('shows times as the clock on the wall does', () => {
  const now = new Date(2026, 10, 21, 9, 41);

  expect(wallTime(now)).toBe('2026-11-21T09:41');
  expect(soon(now)).toBe('2026-11-21T11:00');
  expect(isPast('2026-11-21T09:41', now)).toBe(true);
  expect(isPast('2026-11-21T09:42', now)).toBe(false);
});

it('a post is stood for by its clip, or by its first photo while that is kept', () => {
  const post = {
    post_id: 'p',
    kind: 'video',
    state: 'queued',
    thumbnail_url: '/media/a',
    files: [{ duration_ms: 5000 }],
  } as const;

  expect(pictureOf(post)).toEqual({ thumbnail_url: '/media/a', kind: 'video', duration_ms: 5000 });
  expect(pictureOf({ ...post, thumbnail_url: null }).thumbnail_url).toBeNull();
  const photos = { ...post, kind: 'photos', thumbnail_url: null } as const;
  expect(pictureOf(photos)).toMatchObject({ thumbnail_url: '/api/posts/p/files/0', kind: 'photo' });
  expect(pictureOf({ ...photos, state: 'published' }).thumbnail_url).toBeNull();
});
