import { Card, Code, List, Text } from '@mantine/core';
import { IconApps } from '@tabler/icons-react';
import type { Failure } from '@/api/failure';
import { EmptyState } from '@/ui/EmptyState';

/** That no app is registered, what to set, and how to go on without one meanwhile. */
export function NoApp({ failure }: { failure: Failure }) {
  return (
    <Card>
      <EmptyState icon={IconApps} title="No TikTok app is set up">
        {failure.message} Accounts are connected through an app that whoever runs this server registers at
        TikTok.
      </EmptyState>
      <List spacing="xs" maw={560} mx="auto" mb="md" size="sm">
        {failure.remedies.map((remedy) => (
          <List.Item key={remedy}>{remedy}</List.Item>
        ))}
        <List.Item>
          <Text span inherit>
            To try everything at once, start the server with <Code>--demo</Code>: it brings the sandbox, which
            stands in for TikTok, with accounts to connect.
          </Text>
        </List.Item>
      </List>
    </Card>
  );
}
