import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { hasPage } from '@/app/registry';

interface Props {
  to: string;
  /** Within a sentence, where its colour alone would not tell it apart. */
  inText?: boolean;
  children: ReactNode;
}

/** A link to one of our pages; plain text where this program has no such page. */
export function PageLink({ to, inText = false, children }: Props) {
  return hasPage(to) ? (
    <Anchor component={Link} to={to} inherit underline={inText ? 'always' : 'hover'}>
      {children}
    </Anchor>
  ) : (
    children
  );
}
