import type { JobResponse, PostAnswer } from '@/api/schema';

const kinds: Record<string, (student: string | null | undefined) => string> = {
  student_download: (student) => (student == null ? 'Download of a student' : `Download for ${student}`),
  downloads: () => 'Download of links',
  verify: () => 'Check of the archive',
};

/** What a job is, for people. */
export function jobTitle(job: Pick<JobResponse, 'kind' | 'student_id'>): string {
  return kinds[job.kind]?.(job.student_id) ?? job.kind.replaceAll('_', ' ');
}

/** What a post is: the beginning of its caption, else what it will become. */
export function postTitle(post: Pick<PostAnswer, 'caption' | 'title' | 'kind' | 'mode'>): string {
  const text = post.caption ?? post.title ?? '';
  if (text.trim() !== '') {
    return text;
  }

  const what = post.kind === 'photos' ? 'photos' : 'video';
  return post.mode === 'inbox' ? `Draft of a ${what}` : `Post of a ${what}`;
}

/** Whose it is: `@name`, as far as TikTok has told. */
export function accountName(account: { username: string | null; nickname: string | null }): string {
  return account.username === null ? (account.nickname ?? 'a TikTok account') : `@${account.username}`;
}
