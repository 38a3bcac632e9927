import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { hasPage } from '@/app/registry';

/** A link to one of our pages; plain text where this program has no such page. */
export function PageLink({ to, children }: { to: string; children: ReactNode }) {
  return hasPage(to) ? (
    <Anchor component={Link} to={to} inherit>
      {children}
    </Anchor>
  ) : (
    children
  );
}
