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
