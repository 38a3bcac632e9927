import { Alert, Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WebhookAnswer } from '@/api/schema';
import { useConfirm } from '@/ui/ConfirmProvider';
import { showFailure } from '@/ui/notices';
import { Section } from '@/ui/Section';
import { LocalTime, RelativeTime } from '@/ui/Times';
import { WebhookBadge } from './WebhookBadge';
import { WebhookForm } from './WebhookForm';
import { useChangeWebhook, useDeleteWebhook, type useRotateSecret } from './webhooksApi';

interface Props {
  webhook: WebhookAnswer;
  rotate: ReturnType<typeof useRotateSecret>;
}

/** Whether a webhook is received, of what it is told, and what can be changed. */
export function WebhookState({ webhook, rotate }: Props) {
  const [isChanging, setChanging] = useState(false);
  const change = useChangeWebhook(webhook.id);
  const remove = useDeleteWebhook(webhook.id);
  const confirm = useConfirm();
  const navigate = useNavigate();
  const switchTo = (enabled: boolean) => change.mutate({ enabled }, { onError: showFailure });
  const switchOff = async () => {
    const yes = await confirm({
      title: 'Switch this webhook off?',
      text: 'Nothing is sent to it any more, and what still waits to be sent fails. It can be switched on again.',
      confirm: 'Switch off',
    });
    if (yes) {
      switchTo(false);
    }
  };
  const askToRotate = async () => {
    const yes = await confirm({
      title: 'A new secret?',
      text: 'For a while both secrets sign every call, so that the receiver can change over; then the old one ends.',
      confirm: 'Make a new one',
    });
    if (yes) {
      rotate.mutate(undefined, { onError: showFailure });
    }
  };
  const askToDelete = async () => {
    const yes = await confirm({
      title: 'Delete this webhook?',
      text: 'Its log of deliveries goes with it, and what waits to be sent. This cannot be undone.',
      confirm: 'Delete',
      dangerous: true,
    });
    if (yes) {
      remove.mutate(undefined, {
        onError: showFailure,
        onSuccess: () => void navigate('/settings/webhooks'),
      });
    }
  };
  return (
    <Section title="State" aside={<WebhookBadge webhook={webhook} />}>
      <Stack gap="md">
        {!webhook.enabled && (
          <Alert color="amber" title="It is switched off">
            {webhook.disabled_reason}
            {webhook.disabled_at != null && (
              <>
                {' '}
                Since <LocalTime at={webhook.disabled_at} />.
              </>
            )}
          </Alert>
        )}
        {webhook.enabled && webhook.failing_since != null && (
          <Alert color="amber" title="Its receiver takes nothing">
            Since <LocalTime at={webhook.failing_since} />, <RelativeTime at={webhook.failing_since} />. The
            log below says what it answers. After some days it is switched off.
          </Alert>
        )}
        <Group gap={6} aria-label="Told of" role="group">
          {webhook.events.map((type) => (
            <Badge key={type} color="gray">
              {type}
            </Badge>
          ))}
        </Group>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => setChanging(true)}>
            Change
          </Button>
          <Button variant="default" size="xs" loading={rotate.isPending} onClick={() => void askToRotate()}>
            New secret
          </Button>
          <Button
            variant="default"
            size="xs"
            loading={change.isPending}
            onClick={() => (webhook.enabled ? void switchOff() : switchTo(true))}
          >
            {webhook.enabled ? 'Switch off' : 'Switch on'}
          </Button>
          <Button variant="default" size="xs" loading={remove.isPending} onClick={() => void askToDelete()}>
            Delete
          </Button>
        </Group>
      </Stack>
      <Modal
        opened={isChanging}
        onClose={() => setChanging(false)}
        size="lg"
        title={<Text fw={650}>Change the webhook</Text>}
      >
        <WebhookForm
          webhook={webhook}
          submit="Keep"
          error={change.error}
          isPending={change.isPending}
          onClose={() => setChanging(false)}
          onSubmit={(values) => change.mutate(values, { onSuccess: () => setChanging(false) })}
        />
      </Modal>
    </Section>
  );
}
