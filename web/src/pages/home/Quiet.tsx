import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Quiet.module.css';

/** That there is nothing, in one line. */
export function Quiet({ icon: Mark, children }: { icon: Icon; children: ReactNode }) {
  return (
    <div className={classes.quiet}>
      <Mark aria-hidden size={20} stroke={1.6} />
      {children}
    </div>
  );
}
