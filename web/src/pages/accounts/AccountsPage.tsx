import { Card, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '@/api/failure';
import { accountsQuery } from '@/api/queries';
import { ConnectButton } from '@/ui/ConnectButton';
import { FailureAlert } from '@/ui/FailureAlert';
import { NoAccount } from '@/ui/NoAccount';
import { PageHeader } from '@/ui/PageHeader';
import { ListSkeleton } from '@/ui/Skeletons';
import { AccountCard } from './AccountCard';
import { NoApp } from './NoApp';
import { modeSentence } from './words';

/** The TikTok accounts: what they may do, how long, and how much. */
export function Component() {
  const accounts = useQuery(accountsQuery);
  const list = accounts.data?.accounts ?? [];
  const hasNoApp = accounts.isError && Failure.from(accounts.error).code === 'app_not_configured';
  return (
    <>
      <PageHeader
        title="Accounts"
        actions={
          list.length > 0 && (
            <ConnectButton returnTo="/accounts" variant="default">
              Connect another
            </ConnectButton>
          )
        }
      >
        {modeSentence(accounts.data?.mode)}
      </PageHeader>
      <Stack gap="lg">
        {accounts.isPending && (
          <Card>
            <ListSkeleton rows={3} height={64} />
          </Card>
        )}
        {hasNoApp && <NoApp failure={Failure.from(accounts.error)} />}
        {accounts.isError && !hasNoApp && (
          <FailureAlert
            error={accounts.error}
            title="The accounts could not be loaded"
            onRetry={() => void accounts.refetch()}
          />
        )}
        {accounts.isSuccess && list.length === 0 && (
          <Card>
            <NoAccount mode={accounts.data.mode} returnTo="/accounts">
              {accounts.data.mode === 'clipyard-sandbox'
                ? 'Connect one of its made-up accounts and try drafts, posts and limits without consequences.'
                : 'TikTok asks you to sign in there and to agree; then you come back to this page. Clipyard never sees the password.'}
            </NoAccount>
          </Card>
        )}
        {list.map((account) => (
          <AccountCard key={account.account_id} account={account} />
        ))}
      </Stack>
    </>
  );
}
