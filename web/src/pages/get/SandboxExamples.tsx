import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery } from '@/api/queries';

// Of the sandbox's made-up creators (docs/sandbox.md).
const examples = [
  { name: 'A video', text: 'https://www.tiktok.com/@sunny.garden/video/7676039855859302657' },
  { name: 'Photos', text: 'https://www.tiktok.com/@paper.boats/photo/7676484384974438913' },
  { name: 'A creator', text: '@harbor_lights' },
];

/** Where the sandbox stands in for TikTok there are no links to copy from anywhere: some to try. */
export function SandboxExamples({ take }: { take: (text: string) => void }) {
  const status = useQuery(accountsQuery);
  return status.data?.mode === 'clipyard-sandbox' ? (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        The sandbox stands in for TikTok here, with made-up posts of its own. Try one:
      </Text>
      <Group gap="xs">
        {examples.map(({ name, text }) => (
          <Button key={name} size="xs" variant="default" onClick={() => take(text)}>
            {name}
          </Button>
        ))}
      </Group>
    </div>
  ) : null;
}
