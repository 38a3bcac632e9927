import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, api } from '@/api/client';
import type { StudentInfoAnswer } from '@/api/schema';
import { useConfirm } from '@/ui/ConfirmProvider';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatBytes, plural } from '@/ui/format';
import { showDone } from '@/ui/notices';
import { Section } from '@/ui/Section';

/** Ends everything about a student, after saying what that is. */
export function EraseStudent({ info }: { info: StudentInfoAnswer }) {
  const confirm = useConfirm();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/api/tiktok/student/{student_id}', { params: { path: { student_id: info.student_id } } }),
      ),
    onSuccess: async ({ deleted_videos }) => {
      showDone(`${info.student_id} is erased, with ${plural(deleted_videos, 'clip')}.`);
      await navigate('/library/students');
      for (const queryKey of [['clips'], ['archive'], ['students'], ['jobs']]) {
        void queries.invalidateQueries({ queryKey });
      }
    },
  });
  const ask = async () => {
    const isSure = await confirm({
      title: `Erase ${info.student_id}?`,
      text: `For good go: ${plural(info.stored_videos, 'clip')} with their files (${formatBytes(info.stored_bytes)}), their records, the link to @${info.username}, the feed, and the downloads' log. What stays: one line in the audit log that says so. On TikTok nothing changes.`,
      confirm: 'Erase everything',
      dangerous: true,
    });
    if (isSure) {
      erase.mutate();
    }
  };

  return (
    <Section title="Unlink and erase">
      <Text size="sm" mb="sm">
        Takes away the link to @{info.username} and everything kept for {info.student_id}. It cannot be
        undone.
      </Text>
      <FailureAlert
        error={erase.error}
        title="It could not be erased"
        onRetry={() => erase.mutate()}
        compact
      />
      <Button
        variant="light"
        color="clay"
        leftSection={<IconTrash aria-hidden size={18} />}
        loading={erase.isPending}
        onClick={() => void ask()}
      >
        Erase {info.student_id}
      </Button>
    </Section>
  );
}
