import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import { useConfirm } from '@/ui/ConfirmProvider';
import { FailureAlert } from '@/ui/FailureAlert';
import { showFailure } from '@/ui/notices';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { LocalTime } from '@/ui/Times';
import { SecretShown } from './SecretShown';

const key = ['webhooks', 'callback-secret'];

/** What the calls to a post's own `callback_url` are signed with: one secret for all of them. */
export function CallbackSecret() {
  const queries = useQueryClient();
  const confirm = useConfirm();
  const [isShown, setShown] = useState(false);
  const secret = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => answer(api.GET('/api/webhooks/callback-secret', { signal })),
    enabled: isShown,
  });
  const rotate = useMutation({
    mutationFn: () => answer(api.POST('/api/webhooks/callback-secret/rotate', {})),
    onSuccess: (made) => {
      queries.setQueryData(key, made);
      setShown(true);
    },
    onError: showFailure,
  });
  const ask = async () => {
    const yes = await confirm({
      title: 'A new secret for callbacks?',
      text: 'For a while both secrets sign every call, so that receivers can change over; then the old one ends.',
      confirm: 'Make a new one',
    });
    if (yes) {
      rotate.mutate();
    }
  };
  const text = secret.data?.secret ?? null;
  return (
    <Section title="Callbacks of posts">
      <Text size="sm" c="dimmed" mb="md">
        A post can name an address of its own (<code>callback_url</code>) that is told how it ended, as n8n
        does. Those calls are signed with this secret.
      </Text>
      <Stack gap="md">
        <FailureAlert error={secret.error} onRetry={() => void secret.refetch()} compact />
        {isShown && secret.isPending && <ListSkeleton rows={1} height={72} />}
        {isShown && secret.isSuccess && text === null && (
          <Text size="sm">There is none yet: the first post with a callback makes it, or you do.</Text>
        )}
        {isShown && text !== null && (
          <SecretShown title="The secret of callbacks" secret={text} copy="Copy the secret">
            The receiver checks the signature of every call with it.
            {secret.data?.old_until != null && (
              <>
                {' '}
                The one before signs too, until <LocalTime at={secret.data.old_until} />.
              </>
            )}
          </SecretShown>
        )}
        <Group gap="xs">
          <Button variant="default" size="xs" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? 'Hide the secret' : 'Show the secret'}
          </Button>
          <Button variant="default" size="xs" loading={rotate.isPending} onClick={() => void ask()}>
            Make a new one
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
