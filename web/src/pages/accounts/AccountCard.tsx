import { Alert, Avatar, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useId } from 'react';
import type { AccountAnswer } from '@/api/schema';
import { connectAddress } from '@/app/useConnectOutcome';
import { ConnectButton } from '@/ui/ConnectButton';
import { accountTitle } from '@/ui/names';
import { AccountStateBadge } from '@/ui/StateBadge';
import { Expiry } from './Expiry';
import { Permissions } from './Permissions';
import { Quota } from './Quota';
import { useDisconnect } from './useDisconnect';

/** One account: whether it works, what it may do, how much of TikTok's limits is used. */
export function AccountCard({ account }: { account: AccountAnswer }) {
  const heading = useId();
  const disconnect = useDisconnect(account);
  const isUsable = account.state === 'connected';
  return (
    <Card component="section" aria-labelledby={heading}>
      <Group justify="space-between" gap="sm" mb="md">
        <Group wrap="nowrap" gap="sm" miw={0} flex="1 1 15rem">
          <Avatar
            size={52}
            src={account.avatar_path}
            name={accountTitle(account)}
            color="pine"
            alt=""
            aria-hidden
          />
          <div style={{ minWidth: 0 }}>
            <Group gap="xs">
              <Title order={2} id={heading} style={{ overflowWrap: 'anywhere' }}>
                {accountTitle(account)}
              </Title>
              <AccountStateBadge state={account.state} />
            </Group>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {account.username === null ? 'TikTok has not told the @name.' : `@${account.username}`}
            </Text>
          </div>
        </Group>
        <Group gap="xs">
          {isUsable && (
            <Button
              component="a"
              href={connectAddress('/accounts')}
              variant="default"
              size="xs"
              leftSection={<IconRefresh aria-hidden size={16} />}
            >
              Reconnect
            </Button>
          )}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlugConnectedX aria-hidden size={16} />}
            loading={disconnect.isPending}
            onClick={() => void disconnect.ask()}
          >
            Disconnect
          </Button>
        </Group>
      </Group>
      <Stack gap="lg">
        {!isUsable && (
          <Alert color="amber" title="Clipyard cannot use this account now">
            <Text size="sm" mb="sm">
              {account.state_reason ?? 'TikTok no longer lets Clipyard use it.'} What waits for it goes out
              once it is connected again.
            </Text>
            <ConnectButton returnTo="/accounts" size="xs">
              Connect again
            </ConnectButton>
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
          <Stack gap="lg">
            <Permissions account={account} />
            <Expiry account={account} />
          </Stack>
          <Quota account={account} />
        </SimpleGrid>
      </Stack>
    </Card>
  );
}
