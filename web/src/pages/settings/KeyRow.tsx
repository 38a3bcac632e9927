import { Badge, Button, Code, Group, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountsQuery } from '@/api/queries';
import type { KeyAnswer } from '@/api/schema';
import { useConfirm } from '@/ui/ConfirmProvider';
import { showDone, showFailure } from '@/ui/notices';
import { Row } from '@/ui/Rows';
import { LocalTime, RelativeTime } from '@/ui/Times';
import { KeyDefaultsModal } from './KeyDefaultsModal';
import { useRevokeKey } from './keysApi';
import { describeScopes } from './scopes';

/** A key without its secret: what it may do, when it was used, the way to take it back. */
export function KeyRow({ apiKey: key }: { apiKey: KeyAnswer }) {
  const [isChanging, setChanging] = useState(false);
  const revoke = useRevokeKey(key.id);
  const confirm = useConfirm();
  const takeBack = async () => {
    const yes = await confirm({
      title: `Revoke “${key.name}”?`,
      text: 'Whatever uses it is refused from the next call on. It cannot be given back; posts that it has asked for go on.',
      confirm: 'Revoke',
      dangerous: true,
    });
    if (yes) {
      revoke.mutate(undefined, {
        onError: showFailure,
        onSuccess: () => showDone(`“${key.name}” is revoked.`),
      });
    }
  };
  const isOver = key.expires_at !== null && Date.parse(key.expires_at) <= Date.now();
  const isDead = key.revoked_at !== null || isOver;
  return (
    <Row
      title={
        <Group gap="xs">
          <span>{key.name}</span>
          <Code>{key.prefix}…</Code>
          {key.revoked_at !== null && <Badge color="clay">Revoked</Badge>}
          {key.revoked_at === null && isOver && <Badge color="gray">Ended</Badge>}
        </Group>
      }
      aside={
        !isDead && (
          <>
            <Button
              variant="default"
              size="xs"
              onClick={() => setChanging(true)}
              aria-label={`Defaults of ${key.name}`}
            >
              Defaults
            </Button>
            <Button
              variant="default"
              size="xs"
              loading={revoke.isPending}
              onClick={() => void takeBack()}
              aria-label={`Revoke ${key.name}`}
            >
              Revoke
            </Button>
          </>
        )
      }
    >
      <Group gap={6} my={6}>
        {describeScopes(key.scopes).map(({ scope, label, description }) => (
          <Tooltip key={scope} label={description} multiline maw={280}>
            <Badge color="gray">{label}</Badge>
          </Tooltip>
        ))}
        {key.allow_in_query && (
          <Tooltip label="Accepted as ?api_key= in addresses, for drafts only" multiline maw={280}>
            <Badge color="amber">In addresses</Badge>
          </Tooltip>
        )}
      </Group>
      <Times apiKey={key} />
      <Defaults apiKey={key} />
      <KeyDefaultsModal apiKey={key} opened={isChanging} onClose={() => setChanging(false)} />
    </Row>
  );
}

function Times({ apiKey: key }: { apiKey: KeyAnswer }) {
  return (
    <Text size="sm">
      Made <RelativeTime at={key.created_at} />,{' '}
      {key.last_used_at === null ? (
        'never used'
      ) : (
        <>
          last used <RelativeTime at={key.last_used_at} />
        </>
      )}
      {key.revoked_at !== null && (
        <>
          , revoked <RelativeTime at={key.revoked_at} />
        </>
      )}
      {key.revoked_at === null && key.expires_at !== null && (
        <>
          , {Date.parse(key.expires_at) > Date.now() ? 'ends' : 'ended'} <LocalTime at={key.expires_at} />
        </>
      )}
    </Text>
  );
}

function Defaults({ apiKey: key }: { apiKey: KeyAnswer }) {
  const accounts = useQuery(accountsQuery);
  if (key.default_account_id === null && key.default_caption === null) {
    return null;
  }

  const account = accounts.data?.accounts.find((one) => one.account_id === key.default_account_id);
  return (
    <Text size="sm">
      Unless said otherwise:{' '}
      {key.default_account_id !== null &&
        (account === undefined
          ? 'an account that is no longer connected'
          : `to ${account.display_name ?? account.username ?? 'its account'}`)}
      {key.default_account_id !== null && key.default_caption !== null && ', '}
      {key.default_caption !== null && `with “${key.default_caption}”`}
    </Text>
  );
}
