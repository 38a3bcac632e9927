import { Alert, Code, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PostAnswer } from '@/api/schema';
import { CopyButton } from '@/ui/CopyButton';

/** Why a post came to nothing, what helps, and what TikTok said. */
export function WhyFailed({ fail }: { fail: NonNullable<PostAnswer['fail']> }) {
  return (
    <Alert
      color="clay"
      role="region"
      icon={<IconAlertTriangle aria-hidden size={20} />}
      title="Why it failed"
    >
      <Text size="sm">{fail.message}</Text>
      <Text size="sm">{fail.remedy}</Text>
      <Text size="sm" mt="xs">
        Failure <Code>{fail.code}</Code>
        {fail.tiktok_code != null && (
          <>
            , TikTok’s own code <Code>{fail.tiktok_code}</Code>
          </>
        )}
        {fail.log_id != null && (
          <>
            , TikTok’s log id <Code>{fail.log_id}</Code>
          </>
        )}
      </Text>
      {fail.log_id != null && (
        <Group mt="xs">
          <CopyButton value={fail.log_id} label="Copy the log id" />
        </Group>
      )}
    </Alert>
  );
}
