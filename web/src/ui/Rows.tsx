import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Rows.module.css';

interface Props {
  title: ReactNode;
  /** Small print under it. */
  children?: ReactNode;
  /** At its end: a state, buttons. Below it on a phone. */
  aside?: ReactNode;
}

/** One thing of a list, in words. */
export function Row({ title, children, aside }: Props) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text component="div" fw={550}>
          {title}
        </Text>
        {children !== undefined && (
          <Text component="div" size="sm" c="dimmed">
            {children}
          </Text>
        )}
      </div>
      {aside !== undefined && <Group gap="xs">{aside}</Group>}
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
