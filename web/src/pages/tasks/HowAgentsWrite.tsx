import { Group, Stack } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import { CodeBlock } from '@/ui/CodeBlock';
import { CopyButton } from '@/ui/CopyButton';
import { EmptyState } from '@/ui/EmptyState';
import { PageLink } from '@/ui/PageLink';

/** What an agent has to call for a task to appear here. */
export function HowAgentsWrite({ instanceId }: { instanceId: string }) {
  const call = [
    `curl -X POST ${globalThis.location.origin}/api/v1/instances/${instanceId}/tasks \\`,
    "  -H 'Authorization: Bearer KEY' -H 'Content-Type: application/json' \\",
    `  -d '{"title": "A clip about tulips"}'`,
  ].join('\n');
  return (
    <Stack gap="xs">
      <EmptyState compact icon={IconRobot} title="No task yet">
        Agents write them, and they appear here at once. They need{' '}
        <PageLink to="/settings/keys" inText>
          an API key
        </PageLink>{' '}
        with the scope <code>tasks</code>:
      </EmptyState>
      <CodeBlock>{call}</CodeBlock>
      <Group justify="flex-end">
        <CopyButton value={call} label="Copy the call" />
      </Group>
    </Stack>
  );
}
