import { Button, Group, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useLeave } from '@/app/useLeave';

/** The way out, here and everywhere. */
export function Sessions() {
  const { isPending, leave, leaveEverywhere } = useLeave();
  return (
    <>
      <Text size="sm" c="dimmed" mb="md">
        Signing out everywhere ends your sessions in all browsers, also in one that you no longer have. API
        keys go on working; take those back under API keys.
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconLogout aria-hidden size={18} />}
          disabled={isPending}
          onClick={leave}
        >
          Sign out
        </Button>
        <Button variant="default" disabled={isPending} onClick={() => void leaveEverywhere()}>
          Sign out everywhere
        </Button>
      </Group>
    </>
  );
}
