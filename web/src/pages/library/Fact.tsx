import type { ReactNode } from 'react';

/** One line of a list of facts; not there when there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children == null || children === false || children === '' ? null : (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
