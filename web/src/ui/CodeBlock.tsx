import { Code } from '@mantine/core';
import classes from './CodeBlock.module.css';

/** A call, an answer, a piece of JSON. Long lines wrap: nothing of it hides beyond an edge. */
export function CodeBlock({ children }: { children: string }) {
  return (
    <Code block className={classes.code}>
      {children}
    </Code>
  );
}
