import { Avatar, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery } from '@/api/queries';
import type { AccountAnswer } from '@/api/schema';
import { AccountsFailure } from '@/ui/AccountsFailure';
import { ConnectButton } from '@/ui/ConnectButton';
import { NoAccount } from '@/ui/NoAccount';
import { accountTitle } from '@/ui/names';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { AccountStateBadge } from '@/ui/StateBadge';

/** The TikTok accounts that posts can go to, or the button that connects the first. */
export function AccountsCard() {
  const accounts = useQuery(accountsQuery);
  return (
    <Section title="TikTok accounts">
      {accounts.isPending && <ListSkeleton rows={2} height={48} />}
      {accounts.isError && <AccountsFailure error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.data?.accounts.length === 0 && (
        <NoAccount compact mode={accounts.data.mode} returnTo="/">
          {accounts.data.mode === 'clipyard-sandbox'
            ? 'The sandbox stands in for TikTok: connect one of its made-up accounts and try everything without consequences.'
            : 'Connect a TikTok account to send it drafts and posts.'}
        </NoAccount>
      )}
      {accounts.data !== undefined && accounts.data.accounts.length > 0 && (
        <Stack gap="sm">
          {accounts.data.accounts.map((account) => (
            <Account key={account.account_id} account={account} />
          ))}
          <div>
            <ConnectButton returnTo="/" variant="default" size="xs">
              Connect another
            </ConnectButton>
          </div>
        </Stack>
      )}
    </Section>
  );
}

function Account({ account }: { account: AccountAnswer }) {
  const name = accountTitle(account);
  return (
    <Group wrap="nowrap" gap="sm">
      <Avatar src={account.avatar_path} name={name} color="pine" alt="" aria-hidden />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600} truncate>
          {name}
        </Text>
        {account.username !== null && (
          <Text size="sm" c="dimmed" truncate>
            @{account.username}
          </Text>
        )}
      </div>
      <AccountStateBadge state={account.state} />
    </Group>
  );
}
