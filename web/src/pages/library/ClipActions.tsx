import { Button, Group } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, api } from '@/api/client';
import type { ClipAnswer, ClipFileAnswer } from '@/api/schema';
import { useConfirm } from '@/ui/ConfirmProvider';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatBytes } from '@/ui/format';
import { showDone } from '@/ui/notices';
import { Section } from '@/ui/Section';

/** Its files to take away, and the end of it. */
export function ClipActions({ clip, search }: { clip: ClipAnswer; search: string }) {
  const confirm = useConfirm();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: () =>
      answer(api.DELETE('/api/v1/clips/{video_id}', { params: { path: { video_id: clip.video_id } } })),
    onSuccess: async () => {
      showDone('The clip is erased.');
      await navigate({ pathname: '/library', search });
      for (const queryKey of [['clips'], ['archive'], ['students']]) {
        void queries.invalidateQueries({ queryKey });
      }
    },
  });
  const ask = async () => {
    const isSure = await confirm({
      title: 'Erase this clip?',
      text: `Its files (${formatBytes(clip.size_bytes)}) go for good. What stays: a note in the chain that a clip was erased here, so that the records after it can still be checked, and a line in the audit log. On TikTok nothing changes.`,
      confirm: 'Erase',
      dangerous: true,
    });
    if (isSure) {
      erase.mutate();
    }
  };

  return (
    <Section title="Files">
      <Group gap="xs">
        {clip.files.map((file, place) => (
          <Button
            key={file.sha256 + file.local_path}
            component="a"
            href={file.local_path}
            download={nameOf(file)}
            variant="default"
            leftSection={<IconDownload aria-hidden size={18} />}
          >
            {clip.files.length === 1 ? 'Download' : `${nameOf(file) || place + 1}`} (
            {formatBytes(file.size_bytes)})
          </Button>
        ))}
      </Group>
      <FailureAlert error={erase.error} title="It could not be erased" onRetry={() => erase.mutate()} />
      <Group mt="md">
        <Button
          variant="subtle"
          color="clay"
          ml={-8}
          leftSection={<IconTrash aria-hidden size={18} />}
          loading={erase.isPending}
          onClick={() => void ask()}
        >
          Erase this clip
        </Button>
      </Group>
    </Section>
  );
}

/** As it stands in the store. */
function nameOf({ local_path }: ClipFileAnswer): string {
  const path = local_path.split('?')[0] ?? '';
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}
