import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { CopyButton } from '@/ui/CopyButton';
import { showFailure } from '@/ui/notices';
import { LocalTime } from '@/ui/Times';

/** Makes a link with which somebody without an account here decides, and shows it this once. */
export function ApprovalLink({ postId }: { postId: string }) {
  const link = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/posts/{post_id}/approval-link', { params: { path: { post_id: postId } }, body: {} }),
      ),
    onError: showFailure,
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconLink aria-hidden size={16} />}
        loading={link.isPending}
        onClick={() => link.mutate()}
      >
        Make an approval link
      </Button>
      <Modal
        opened={link.data !== undefined}
        onClose={() => link.reset()}
        size="lg"
        title={<Text fw={650}>A link to approve or reject this post</Text>}
      >
        {link.data !== undefined && (
          <Stack>
            <Text size="sm">
              Whoever has it sees the post and decides, once, without signing in. It is shown only now and
              ends <LocalTime at={link.data.expires_at} />. Older links of this post work no more.
            </Text>
            <TextInput
              label="Link"
              value={link.data.url}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
            <Group justify="flex-end">
              <CopyButton value={link.data.url} label="Copy the link" />
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}
