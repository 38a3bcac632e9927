import { Group, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** What is counted: "Pending drafts". */
  label: string;
  used: number;
  limit: number;
  /** What it means, under it. */
  children?: ReactNode;
}

/** How much of a limit is used, as a bar and in figures. */
export function Meter({ label, used, limit, children }: Props) {
  const share = limit === 0 ? 100 : Math.min(100, (100 * used) / limit);
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap" mb={4}>
        <Text size="sm">{label}</Text>
        <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
          {used} of {limit}
        </Text>
      </Group>
      <Progress
        size="sm"
        value={share}
        color={share >= 100 ? 'clay' : share >= 80 ? 'amber' : 'pine'}
        aria-label={`${label}: ${used} of ${limit}`}
      />
      {children !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {children}
        </Text>
      )}
    </div>
  );
}
