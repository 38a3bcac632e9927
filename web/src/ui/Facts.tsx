import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** What is known of one thing, in a list of names and values. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

/** One line of it; not there when there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children == null || children === false || children === '' ? null : (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
