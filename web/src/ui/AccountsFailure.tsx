import { IconBrandTiktok } from '@tabler/icons-react';
import { Failure } from '@/api/failure';
import { EmptyState } from './EmptyState';
import { FailureAlert } from './FailureAlert';

/** Why the accounts cannot be shown beside something else. The page of the accounts says more about a missing app. */
export function AccountsFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  // Not a failure of this page: nobody has set up an app yet.
  return Failure.from(error).code === 'app_not_configured' ? (
    <EmptyState compact icon={IconBrandTiktok} title="No TikTok app is set up">
      {Failure.from(error).remedies[0]}
    </EmptyState>
  ) : (
    <FailureAlert error={error} onRetry={onRetry} compact />
  );
}
