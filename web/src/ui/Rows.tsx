import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Rows.module.css';

interface Props {
  title: ReactNode;
  /** Small print under it. */
  children?: ReactNode;
  /** At its end: a state, buttons. Below it on a phone. */
  aside?: ReactNode;
  /** The title is cut to one line. */
  brief?: boolean;
}

/** One thing of a list, in words. */
export function Row({ title, children, aside, brief = false }: Props) {
  return (
    <li className={classes.row} data-brief={brief || undefined}>
      <div className={classes.words}>
        <Text component="div" fw={550} lineClamp={brief ? 1 : undefined}>
          {title}
        </Text>
        {children !== undefined && (
          <Text component="div" size="sm" c="dimmed">
            {children}
          </Text>
        )}
      </div>
      {aside !== undefined && (
        <Group gap="xs" wrap={brief ? 'nowrap' : 'wrap'}>
          {aside}
        </Group>
      )}
    </li>
  );
}

export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}
