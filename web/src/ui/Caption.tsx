import { Text, type TextProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Caption.module.css';

interface Props extends TextProps {
  children: ReactNode;
}

/** What somebody wrote on TikTok, with its lines as they are. */
export function Caption({ children, ...rest }: Props) {
  return (
    <Text {...rest} className={classes.caption}>
      {children}
    </Text>
  );
}
