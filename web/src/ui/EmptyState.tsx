import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  icon: Icon;
  /** What is not there: "No clips yet". */
  title: string;
  /** What to do about it. */
  children: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
  compact?: boolean;
}

/** Says that there is nothing, and what to do. */
export function EmptyState({ icon: Mark, title, children, action, compact = false }: Props) {
  return (
    <Stack align="center" gap="xs" py={compact ? 'md' : 'xl'} px="md" ta="center">
      <ThemeIcon size={44} radius="xl" variant="light" color="gray" aria-hidden>
        <Mark size={22} stroke={1.6} />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed" maw={420}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
