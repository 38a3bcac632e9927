import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** One line under it. */
  children?: ReactNode;
  /** What can be done here: buttons, at most two. */
  actions?: ReactNode;
}

/** Every page begins with this: its name, in the tab and as its one first-level heading. */
export function PageHeader({ title, children, actions }: Props) {
  return (
    <Group component="header" justify="space-between" align="flex-end" gap="sm" mb="lg">
      <title>{`${title} · Clipyard`}</title>
      <div>
        <Title order={1} tabIndex={-1} data-page-title>
          {title}
        </Title>
        {children !== undefined && (
          <Text c="dimmed" mt={2}>
            {children}
          </Text>
        )}
      </div>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
