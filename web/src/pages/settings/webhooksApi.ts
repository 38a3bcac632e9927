import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import type { DeliveryAnswer, DeliveryState, WebhookBody, WebhookPatch } from '@/api/schema';
import { usePaged } from '@/api/usePaged';

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks', 'list'],
  // There are at most 50: one page holds them all.
  queryFn: ({ signal }) => answer(api.GET('/api/webhooks', { signal, params: { query: { limit: 50 } } })),
});

export function webhookQuery(id: string) {
  return queryOptions({
    queryKey: ['webhooks', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/webhooks/{id}', { signal, params: { path: { id } } })),
  });
}

export const offeredEventsQuery = queryOptions({
  queryKey: ['webhooks', 'offered'],
  queryFn: ({ signal }) => answer(api.GET('/api/webhooks/events', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

const second = 1000;
const patience = 20 * second;

/** What a webhook was sent; of all webhooks' kinds of state or of one. */
export function useDeliveries(id: string, state: DeliveryState | '') {
  return usePaged({
    queryKey: ['webhooks', 'deliveries', id, state],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/webhooks/{id}/deliveries', {
          signal,
          params: { path: { id }, query: { limit: 25, cursor, ...(state === '' ? {} : { state }) } },
        }),
      ),
    rows: (page) => page.deliveries,
  });
}

function useRenewal() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['webhooks'] });
}

/** Renews what is shown until a message that was just sent has come to an end, or for as long as somebody waits for it. */
export function useFollowDelivery(id: string) {
  const renew = useRenewal();
  return async (asked: DeliveryAnswer) => {
    const until = Date.now() + patience;
    await renew();
    while (Date.now() < until) {
      const { deliveries } = await answer(
        api.GET('/api/webhooks/{id}/deliveries', { params: { path: { id }, query: { limit: 25 } } }),
      );
      const sent = deliveries.find((delivery) => delivery.id === asked.id);
      if (sent === undefined || sent.state !== 'pending' || sent.attempts > asked.attempts) {
        break;
      }

      await new Promise((resolve) => setTimeout(resolve, second));
    }

    await renew();
  };
}

export function useMakeWebhook() {
  const renew = useRenewal();
  return useMutation({
    mutationFn: (body: WebhookBody) => answer(api.POST('/api/webhooks', { body })),
    onSuccess: renew,
  });
}

export function useChangeWebhook(id: string) {
  const renew = useRenewal();
  return useMutation({
    mutationFn: (body: WebhookPatch) =>
      answer(api.PATCH('/api/webhooks/{id}', { params: { path: { id } }, body })),
    onSuccess: renew,
  });
}

export function useDeleteWebhook(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/webhooks/{id}', { params: { path: { id } } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
}

export function useRotateSecret(id: string) {
  return useMutation({
    mutationFn: () => answer(api.POST('/api/webhooks/{id}/rotate-secret', { params: { path: { id } } })),
  });
}

export function useTestWebhook(id: string) {
  const follow = useFollowDelivery(id);
  return useMutation({
    mutationFn: () => answer(api.POST('/api/webhooks/{id}/test', { params: { path: { id } } })),
    onSuccess: (delivery) => void follow(delivery),
  });
}

export function useReplay(id: string) {
  const follow = useFollowDelivery(id);
  return useMutation({
    mutationFn: (delivery_id: string) =>
      answer(
        api.POST('/api/webhooks/{id}/deliveries/{delivery_id}/replay', {
          params: { path: { id, delivery_id } },
        }),
      ),
    onSuccess: (delivery) => void follow(delivery),
  });
}
