import { Button, Card, Stack } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { plural } from '@/ui/format';
import { PageHeader } from '@/ui/PageHeader';
import { PageLink } from '@/ui/PageLink';
import { Row, Rows } from '@/ui/Rows';
import { ListSkeleton } from '@/ui/Skeletons';
import { CallbackSecret } from './CallbackSecret';
import { MakeWebhookModal } from './MakeWebhookModal';
import { SettingsNav } from './SettingsNav';
import { WebhookBadge } from './WebhookBadge';
import { webhooksQuery } from './webhooksApi';

/** Who is told what happens here. */
export function Component() {
  const webhooks = useQuery(webhooksQuery);
  const [isMaking, setMaking] = useState(false);
  const navigate = useNavigate();
  const list = webhooks.data?.webhooks ?? [];
  const make = (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => setMaking(true)}>
      Add a webhook
    </Button>
  );
  return (
    <>
      <PageHeader title="Webhooks" actions={list.length > 0 && make}>
        Addresses that Clipyard calls when something happens.
      </PageHeader>
      <SettingsNav />
      <Stack gap="lg">
        <Card>
          <FailureAlert
            error={webhooks.error}
            title="The webhooks could not be loaded"
            onRetry={() => void webhooks.refetch()}
          />
          {webhooks.isPending && <ListSkeleton rows={2} height={56} />}
          {webhooks.isSuccess && list.length === 0 && (
            <EmptyState icon={IconWebhook} title="No webhook yet" action={make}>
              A webhook tells another program at once when a post is published, an account lapses or a task is
              done. Every call is signed and, if it is not received, sent again for about a day.
            </EmptyState>
          )}
          {list.length > 0 && (
            <Rows label="Webhooks">
              {list.map((webhook) => (
                <Row
                  key={webhook.id}
                  title={
                    <PageLink to={`/settings/webhooks/${webhook.id}`}>
                      {webhook.description ?? new URL(webhook.url).host}
                    </PageLink>
                  }
                  aside={<WebhookBadge webhook={webhook} />}
                >
                  {webhook.url}
                  <br />
                  Told of {plural(webhook.events.length, 'kind')} of event
                </Row>
              ))}
            </Rows>
          )}
        </Card>
        <CallbackSecret />
      </Stack>
      <MakeWebhookModal
        opened={isMaking}
        onClose={() => setMaking(false)}
        onMade={({ id, secret }) => void navigate(`/settings/webhooks/${id}`, { state: { secret } })}
      />
    </>
  );
}
