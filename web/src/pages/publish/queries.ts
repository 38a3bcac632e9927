import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { AccountAnswer } from '@/api/schema';
import { isGranted } from './rules';

/** What this account may post, asked anew whenever the composer is opened. */
export function creatorQuery(account: AccountAnswer | null) {
  const id = account?.account_id ?? '';
  return queryOptions({
    queryKey: ['accounts', 'creator', id],
    enabled: account !== null && isGranted(account, 'direct'),
    refetchOnMount: 'always',
    // TikTok answers 20 of these a minute, and a person who looks away and back needs no other answer.
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tiktok/accounts/{id}/creator-info', { signal, params: { path: { id } } })),
  });
}

/** What TikTok's limits leave of an account. */
export function quotaQuery(account: AccountAnswer | null) {
  const id = account?.account_id ?? '';
  return queryOptions({
    queryKey: ['quota', id],
    enabled: account !== null,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tiktok/accounts/{id}/quota', { signal, params: { path: { id } } })),
  });
}

/** A clip of the archive. */
export function clipQuery(clipId: string | null) {
  const id = clipId ?? '';
  return queryOptions({
    queryKey: ['clips', 'one', id],
    enabled: clipId !== null,
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/clips/{video_id}', { signal, params: { path: { video_id: id } } })))
        .clip,
  });
}
