import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';

/** Stops a job; what it kept stays. */
export function useCancel(jobId: string) {
  const renew = useRenewal();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/jobs/{job_id}', { params: { path: { job_id: jobId } } })),
    onSettled: renew,
  });
}

/** Fetches what a job did not bring, in a new one. */
export function useRetry(jobId: string) {
  const renew = useRenewal();
  return useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/jobs/{job_id}/retry', { params: { path: { job_id: jobId } } })),
    onSettled: renew,
  });
}

function useRenewal() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['jobs'] });
}
