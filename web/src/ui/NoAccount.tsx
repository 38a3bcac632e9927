import { IconBrandTiktok } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StatusAnswer } from '@/api/schema';
import { ConnectButton } from './ConnectButton';
import { EmptyState } from './EmptyState';

interface Props {
  mode: StatusAnswer['mode'];
  /** The page that the browser comes back to. */
  returnTo: string;
  /** What connecting one is good for. */
  children: ReactNode;
  compact?: boolean;
}

/** That no account is connected yet, and the button that connects the first. */
export function NoAccount({ mode, returnTo, children, compact = false }: Props) {
  return (
    <EmptyState
      compact={compact}
      icon={IconBrandTiktok}
      title="No account yet"
      action={
        <ConnectButton returnTo={returnTo} mt="xs">
          {mode === 'clipyard-sandbox' ? 'Connect a sandbox account' : 'Connect an account'}
        </ConnectButton>
      }
    >
      {children}
    </EmptyState>
  );
}
