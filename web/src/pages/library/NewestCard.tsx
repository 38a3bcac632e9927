import { Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import { FailureAlert } from '@/ui/FailureAlert';
import { Section } from '@/ui/Section';
import { JobCard } from '../get/JobCard';
import { startNewest } from '../get/useStart';

/** Fetches a student's newest posts, and shows how the last download went or goes. */
export function NewestCard({ studentId, username }: { studentId: string; username: string }) {
  const queries = useQueryClient();
  const [most, setMost] = useState(10);
  const [isRandom, setRandom] = useState(false);
  const last = useQuery({
    queryKey: ['jobs', 'student', studentId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/jobs', { signal, params: { query: { student_id: studentId, limit: 10 } } })),
  });
  const start = useMutation({
    mutationFn: () => startNewest(studentId, { quality: '', audioOnly: false, most, isRandom }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  // Checks of the archive are jobs, too.
  const job = last.data?.jobs.find(({ kind }) => kind !== 'verify');
  return (
    <Section title="Fetch">
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <NumberInput
            label="Posts"
            size="sm"
            w={110}
            min={1}
            max={500}
            allowDecimal={false}
            clampBehavior="strict"
            value={most}
            onChange={(value) => setMost(Math.max(1, Number(value)))}
          />
          <Checkbox
            label="At random"
            mb={8}
            radius="xs"
            checked={isRandom}
            onChange={(event) => setRandom(event.currentTarget.checked)}
          />
          <Button
            leftSection={<IconDownload aria-hidden size={18} />}
            loading={start.isPending}
            onClick={() => start.mutate()}
          >
            {isRandom ? 'Fetch' : 'Fetch the newest'}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          What is kept already is not fetched again.
        </Text>
        <FailureAlert
          error={start.error}
          title="It could not be started"
          onRetry={() => start.mutate()}
          compact
        />
        {job !== undefined && (
          <JobCard key={job.id} job={job} username={username} isOpenedAtFirst={job.state === 'running'} />
        )}
      </Stack>
    </Section>
  );
}
