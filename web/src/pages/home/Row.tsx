import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Row.module.css';

interface Props {
  title: ReactNode;
  /** Small print under it. */
  children?: ReactNode;
  /** At its end: a state, a button. */
  aside?: ReactNode;
}

/** One thing in a list of Home. */
export function Row({ title, children, aside }: Props) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text fw={550} lineClamp={1}>
          {title}
        </Text>
        {children !== undefined && (
          <Text component="div" size="sm" c="dimmed">
            {children}
          </Text>
        )}
      </div>
      {aside !== undefined && (
        <Group gap="xs" wrap="nowrap">
          {aside}
        </Group>
      )}
    </li>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}
