import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { ChangeKeyRequest, MakeKeyRequest } from '@/api/schema';
import { usePaged } from '@/api/usePaged';

const keys = ['keys'];

/** The owner's API keys, newest first. */
export function useKeys() {
  return usePaged({
    queryKey: keys,
    load: (cursor, signal) =>
      answer(api.GET('/api/keys', { signal, params: { query: { limit: 50, cursor } } })),
    rows: (page) => page.keys,
  });
}

export function useMakeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MakeKeyRequest) => answer(api.POST('/api/keys', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys }),
  });
}

export function useChangeKey(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeKeyRequest) =>
      answer(api.PATCH('/api/keys/{id}', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys }),
  });
}

export function useRevokeKey(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/keys/{id}', { params: { path: { id } } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys }),
  });
}
