import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { AddPersonRequest, PersonRole } from '@/api/schema';
import { usePaged } from '@/api/usePaged';

const people = ['people'];

/** Everybody who may sign in, in the order of their making. */
export function usePeople(enabled: boolean) {
  return usePaged({
    queryKey: people,
    load: (cursor, signal) =>
      answer(api.GET('/api/people', { signal, params: { query: { limit: 100, cursor } } })),
    rows: (page) => page.people,
    enabled,
  });
}

export function useAddPerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AddPersonRequest) => answer(api.POST('/api/people', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: people }),
  });
}

export function useChangeRole(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (role: PersonRole) =>
      answer(api.PATCH('/api/people/{id}', { params: { path: { id } }, body: { role } })),
    // Also of oneself: what the pages offer changes with it.
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: people }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ]),
  });
}

export function useResetPassword(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/people/{id}/reset-password', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: people }),
  });
}
