import { Group, Text } from '@mantine/core';

/** The mark and the name. */
export function Brand({ size = 30 }: { size?: number }) {
  return (
    <Group gap={10} wrap="nowrap">
      <img src="/icon.svg" alt="" width={size} height={size} />
      <Text component="span" fw={700} fz={size * 0.6} lts="-0.02em">
        Clipyard
      </Text>
    </Group>
  );
}
