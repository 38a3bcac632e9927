import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconRefresh, IconRss } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { Failure } from '@/api/failure';
import { useConfirm } from '@/ui/ConfirmProvider';
import { CopyButton } from '@/ui/CopyButton';
import { FailureAlert } from '@/ui/FailureAlert';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';

/** The address at which a podcast program finds a student's clips. */
export function FeedCard({ studentId }: { studentId: string }) {
  const confirm = useConfirm();
  const queries = useQueryClient();
  const params = { path: { student_id: studentId } };
  const queryKey = ['feeds', studentId];
  const feed = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      try {
        return await answer(api.GET('/api/tiktok/student/{student_id}/feed', { signal, params }));
      } catch (error) {
        if (error instanceof Failure && error.code === 'not_found') {
          return null; // has none yet
        }

        throw error;
      }
    },
  });
  const renew = () => queries.invalidateQueries({ queryKey });
  const make = useMutation({
    mutationFn: () => answer(api.PUT('/api/tiktok/student/{student_id}/feed', { params })),
    onSettled: renew,
  });
  const rotate = useMutation({
    mutationFn: () => answer(api.POST('/api/tiktok/student/{student_id}/feed/rotate', { params })),
    onSettled: renew,
  });
  const end = useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/tiktok/student/{student_id}/feed', { params });
    },
    onSettled: renew,
  });
  const askRotate = async () => {
    const isSure = await confirm({
      title: 'Give the feed another address?',
      text: 'The present address stops working at once, for everybody who has it. Podcast programs have to be given the new one.',
      confirm: 'New address',
    });
    if (isSure) {
      rotate.mutate();
    }
  };
  const askEnd = async () => {
    const isSure = await confirm({
      title: 'End the feed?',
      text: 'Its address stops working at once. The clips stay, and a new feed can be made at any time.',
      confirm: 'End the feed',
      dangerous: true,
    });
    if (isSure) {
      end.mutate();
    }
  };

  return (
    <Section title="Feed">
      {feed.isPending && <ListSkeleton rows={1} height={64} />}
      <FailureAlert error={feed.error} onRetry={() => void feed.refetch()} compact />
      <FailureAlert error={make.error ?? rotate.error ?? end.error} compact />
      {feed.data === null && (
        <>
          <Text size="sm" mb="sm">
            A feed lets podcast programs follow the clips kept here. Whoever knows its address can read it.
          </Text>
          <Group>
            <Button
              variant="default"
              leftSection={<IconRss aria-hidden size={18} />}
              loading={make.isPending}
              onClick={() => make.mutate()}
            >
              Make a feed
            </Button>
          </Group>
        </>
      )}
      {feed.data != null && (
        <>
          {feed.data.url === null ? (
            <Text size="sm">Its address can no longer be shown: the keys it was sealed with are gone.</Text>
          ) : (
            <TextInput
              label="Address"
              description="Treat it as a password: whoever knows it can read the feed"
              value={feed.data.url}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
          <Group gap="xs" mt="sm">
            {feed.data.url !== null && <CopyButton value={feed.data.url} label="Copy the address" />}
            <Button
              variant="default"
              size="xs"
              leftSection={<IconRefresh aria-hidden size={16} />}
              loading={rotate.isPending}
              onClick={() => void askRotate()}
            >
              New address
            </Button>
            <Button
              variant="subtle"
              color="clay"
              size="xs"
              loading={end.isPending}
              onClick={() => void askEnd()}
            >
              End the feed
            </Button>
          </Group>
        </>
      )}
    </Section>
  );
}
