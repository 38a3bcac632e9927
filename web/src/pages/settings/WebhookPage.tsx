import { Button, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { WebhookAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { showDone, showFailure } from '@/ui/notices';
import { PageHeader } from '@/ui/PageHeader';
import { PageLink } from '@/ui/PageLink';
import { PageSkeleton } from '@/ui/Skeletons';
import { LocalTime } from '@/ui/Times';
import { Deliveries } from './Deliveries';
import { SecretShown } from './SecretShown';
import { WebhookState } from './WebhookState';
import { useRotateSecret, useTestWebhook, webhookQuery } from './webhooksApi';

/** One webhook: whether it is received, what it was sent, its secret. */
export function Component() {
  const { webhookId = '' } = useParams();
  const webhook = useQuery(webhookQuery(webhookId));
  return (
    <>
      {webhook.isPending && <PageSkeleton />}
      {webhook.isError && (
        <>
          <PageHeader title="Webhook">
            <PageLink to="/settings/webhooks">Webhooks</PageLink>
          </PageHeader>
          <FailureAlert error={webhook.error} onRetry={() => void webhook.refetch()} />
        </>
      )}
      {webhook.isSuccess && <Webhook webhook={webhook.data} />}
    </>
  );
}

function Webhook({ webhook }: { webhook: WebhookAnswer }) {
  const firstSecret = useFirstSecret();
  const rotate = useRotateSecret(webhook.id);
  const test = useTestWebhook(webhook.id);
  const secret = rotate.data?.secret ?? firstSecret;
  return (
    <>
      <PageHeader
        title={webhook.description ?? new URL(webhook.url).host}
        actions={
          webhook.enabled && (
            <Button
              leftSection={<IconSend aria-hidden size={18} />}
              loading={test.isPending}
              onClick={() =>
                test.mutate(undefined, {
                  onError: showFailure,
                  onSuccess: () => showDone('A test is on its way.'),
                })
              }
            >
              Send a test
            </Button>
          )
        }
      >
        <PageLink to="/settings/webhooks">Webhooks</PageLink>{' '}
        <Text span inherit style={{ overflowWrap: 'anywhere' }}>
          / {webhook.url}
        </Text>
      </PageHeader>
      <Stack gap="lg">
        {secret !== null && (
          <SecretShown title="The secret of this webhook" secret={secret} copy="Copy the secret">
            Copy it now: it is shown this once. The receiver checks the signature of every call with it.
            {rotate.data?.old_until != null && (
              <>
                {' '}
                The one before signs too, until <LocalTime at={rotate.data.old_until} />.
              </>
            )}
          </SecretShown>
        )}
        <WebhookState webhook={webhook} rotate={rotate} />
        <Deliveries id={webhook.id} />
      </Stack>
    </>
  );
}

// It came with the address that this page was opened with, and must not come back with it.
function useFirstSecret(): string | null {
  const state: unknown = useLocation().state;
  const navigate = useNavigate();
  const [secret] = useState(() => (isMade(state) ? state.secret : null));
  const isInHistory = isMade(state);
  useEffect(() => {
    if (isInHistory) {
      void navigate('.', { replace: true, state: null });
    }
  }, [isInHistory, navigate]);
  return secret;
}

function isMade(state: unknown): state is { secret: string | null } {
  return typeof state === 'object' && state !== null && 'secret' in state;
}
