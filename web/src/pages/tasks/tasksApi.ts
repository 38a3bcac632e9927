import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { InstanceBody, InstancePatchBody, PostTaskBody, TaskState } from '@/api/schema';
import { usePaged } from '@/api/usePaged';

/** Instances: what agents work for, each with the accounts that its tasks' videos may go to. */
export function useInstances() {
  return usePaged({
    queryKey: ['tasks', 'instances'],
    load: (cursor, signal) =>
      answer(api.GET('/api/v1/instances', { signal, params: { query: { limit: 50, cursor } } })),
    rows: (page) => page.instances,
  });
}

export function instanceQuery(instance_id: string) {
  return queryOptions({
    queryKey: ['tasks', 'instance', instance_id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/instances/{instance_id}', { signal, params: { path: { instance_id } } })),
    enabled: instance_id !== '',
  });
}

/** An instance's tasks, newest first; in any state or in one. */
export function useTasks(instance_id: string, state: TaskState | '') {
  return usePaged({
    queryKey: ['tasks', 'of', instance_id, state],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/instances/{instance_id}/tasks', {
          signal,
          params: { path: { instance_id }, query: { limit: 50, cursor, ...(state === '' ? {} : { state }) } },
        }),
      ),
    rows: (page) => page.tasks,
  });
}

export function taskQuery(task_id: string) {
  return queryOptions({
    queryKey: ['tasks', 'detail', task_id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/tasks/{task_id}/detail', { signal, params: { path: { task_id } } })),
  });
}

/** What TikTok lets the creator choose at this moment; asked anew each time a form is opened. */
export function creatorQuery(id: string) {
  return queryOptions({
    queryKey: ['accounts', 'creator', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tiktok/accounts/{id}/creator-info', { signal, params: { path: { id } } })),
    enabled: id !== '',
    retry: false,
    gcTime: 0,
  });
}

function useRenewal() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['tasks'] });
}

export function useMakeInstance() {
  const renew = useRenewal();
  return useMutation({
    mutationFn: (body: InstanceBody) => answer(api.POST('/api/v1/instances', { body })),
    onSuccess: renew,
  });
}

export function useChangeInstance(instance_id: string) {
  const renew = useRenewal();
  return useMutation({
    mutationFn: (body: InstancePatchBody) =>
      answer(api.PATCH('/api/v1/instances/{instance_id}', { params: { path: { instance_id } }, body })),
    onSuccess: renew,
  });
}

export function useDeleteInstance(instance_id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/v1/instances/{instance_id}', { params: { path: { instance_id } } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tasks', 'instances'] }),
  });
}

export function usePostTask(task_id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PostTaskBody) =>
      answer(
        api.POST('/api/v1/tasks/{task_id}/post-to-tiktok', {
          params: { path: { task_id }, header: { Prefer: 'respond-async' } },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['tasks'] }),
        queries.invalidateQueries({ queryKey: ['posts'] }),
        queries.invalidateQueries({ queryKey: ['quota'] }),
      ]),
  });
}
