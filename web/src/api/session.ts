import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from './client';
import { Failure } from './failure';
import type { MeAnswer, SignInRequest } from './schema';

/** Who is signed in; null: nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<MeAnswer | null> => {
    try {
      return await answer(api.GET('/api/me', { signal }));
    } catch (error) {
      if (error instanceof Failure && error.status === 401) {
        return null;
      }

      throw error;
    }
  },
  staleTime: 60_000,
});

const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('clipyard-session') : null;

/** Forgets everything that belonged to the last session. */
export function forget(queries: QueryClient): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
  queries.setQueryData(meQuery.queryKey, null);
}

/** Keeps all tabs of the browser in step: signed out in one is signed out in all. */
export function followOtherTabs(queries: QueryClient): () => void {
  const follow = () => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
    void queries.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  tabs?.addEventListener('message', follow);
  return () => tabs?.removeEventListener('message', follow);
}

export function useMe() {
  return useQuery(meQuery);
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: SignInRequest) => answer(api.POST('/api/sign-in', { body: request })),
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      tabs?.postMessage('signed-in');
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (everywhere: boolean) => {
      await api.POST('/api/sign-out', { body: { everywhere } });
    },
    onSuccess: () => {
      forget(queries);
      tabs?.postMessage('signed-out');
    },
  });
}
