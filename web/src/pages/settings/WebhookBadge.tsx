import { Badge } from '@mantine/core';
import type { WebhookAnswer } from '@/api/schema';

/** Whether a webhook is on, and whether its receiver takes what it is sent. */
export function WebhookBadge({ webhook }: { webhook: WebhookAnswer }) {
  if (!webhook.enabled) {
    return <Badge color="gray">Off</Badge>;
  }

  return webhook.failing_since == null ? (
    <Badge color="pine">On</Badge>
  ) : (
    <Badge color="amber">Failing</Badge>
  );
}
