import { Avatar, Button, Group, Stack, Text } from '@mantine/core';
import { IconBrandTiktok, IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '@/api/failure';
import { accountsQuery } from '@/api/queries';
import type { AccountAnswer } from '@/api/schema';
import { connectAddress } from '@/app/useConnectOutcome';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { AccountStateBadge } from '@/ui/StateBadge';

/** The TikTok accounts that posts can go to, or the button that connects the first. */
export function AccountsCard() {
  const accounts = useQuery(accountsQuery);
  const isSandbox = accounts.data?.mode === 'clipyard-sandbox';
  return (
    <Section title="TikTok accounts">
      {accounts.isPending && <ListSkeleton rows={2} height={48} />}
      {accounts.isError && <Unavailable error={accounts.error} retry={() => void accounts.refetch()} />}
      {accounts.data?.accounts.length === 0 && (
        <EmptyState
          compact
          icon={IconBrandTiktok}
          title="No account yet"
          action={
            <ConnectButton label={isSandbox ? 'Connect a sandbox account' : 'Connect an account'} isFirst />
          }
        >
          {isSandbox
            ? 'The sandbox stands in for TikTok: connect one of its made-up accounts and try everything without consequences.'
            : 'Connect a TikTok account to send it drafts and posts.'}
        </EmptyState>
      )}
      {accounts.data !== undefined && accounts.data.accounts.length > 0 && (
        <Stack gap="sm">
          {accounts.data.accounts.map((account) => (
            <Account key={account.account_id} account={account} />
          ))}
          <div>
            <ConnectButton label="Connect another" />
          </div>
        </Stack>
      )}
    </Section>
  );
}

function Account({ account }: { account: AccountAnswer }) {
  const name = account.display_name ?? account.username ?? 'TikTok account';
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

function ConnectButton({ label, isFirst = false }: { label: string; isFirst?: boolean }) {
  return (
    <Button
      component="a"
      href={connectAddress('/')}
      variant={isFirst ? 'filled' : 'default'}
      size={isFirst ? 'sm' : 'xs'}
      mt={isFirst ? 'xs' : 0}
      leftSection={<IconPlugConnected aria-hidden size={18} />}
    >
      {label}
    </Button>
  );
}

function Unavailable({ error, retry }: { error: unknown; retry: () => void }) {
  // Not a failure of this page: nobody has set up an app yet.
  return Failure.from(error).code === 'app_not_configured' ? (
    <EmptyState compact icon={IconBrandTiktok} title="No TikTok app is set up">
      {Failure.from(error).remedies[0]}
    </EmptyState>
  ) : (
    <FailureAlert error={error} onRetry={retry} compact />
  );
}
