import { Alert, Avatar, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconBrandTiktok, IconPlugConnected } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Failure } from '@/api/failure';
import type { AccountAnswer, CreatorInfoAnswer, QuotaAnswer, StatusAnswer } from '@/api/schema';
import { connectAddress } from '@/app/useConnectOutcome';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import type { PostForm } from './form';
import classes from './Publish.module.css';
import { quotaWords } from './quota';
import { bars, isGranted } from './rules';

interface Props {
  form: PostForm;
  change: (part: Partial<PostForm>) => void;
  status: UseQueryResult<StatusAnswer>;
  account: AccountAnswer | null;
  creator: UseQueryResult<CreatorInfoAnswer>;
  quota: UseQueryResult<QuotaAnswer>;
  refusal: unknown;
}

/** Where it goes, and what keeps it from going there. */
export function AccountSection({ form, change, status, account, creator, quota, refusal }: Props) {
  const accounts = status.data?.accounts ?? [];
  return (
    <Section title="TikTok account">
      <Stack gap="md">
        {status.isPending && <ListSkeleton rows={1} height={48} />}
        {status.isError && <Unavailable error={status.error} retry={() => void status.refetch()} />}
        {status.data !== undefined && accounts.length === 0 && (
          <NoAccount isSandbox={status.data.mode === 'clipyard-sandbox'} />
        )}
        {accounts.length > 1 && (
          <Select
            size="md"
            label="Account"
            placeholder="Choose the account"
            data={accounts.map((one) => ({ value: one.account_id, label: nameOf(one) }))}
            value={account?.account_id ?? null}
            allowDeselect={false}
            onChange={(accountId) => change({ accountId, privacy: null })}
          />
        )}
        {account !== null && <Creator account={account} creator={creator.data} />}
        {account !== null && account.state !== 'connected' && <Lapsed account={account} />}
        {account !== null && account.state === 'connected' && (
          <>
            {!isGranted(account, form.mode) && <NotGranted account={account} form={form} />}
            {creator.isError && isGranted(account, 'direct') && (
              <FailureAlert
                error={creator.error}
                title={
                  bars(creator.error)
                    ? 'This account cannot post directly now'
                    : 'TikTok does not say what this account may post now'
                }
                onRetry={() => void creator.refetch()}
                compact
              />
            )}
          </>
        )}
        {quota.data !== undefined &&
          quotaWords(form.mode, quota.data).map((words) => (
            <Text
              key={words.text}
              size="sm"
              c={words.isFull ? undefined : 'dimmed'}
              fw={words.isFull ? 550 : 400}
            >
              {words.text}
            </Text>
          ))}
        <FailureAlert error={refusal} compact />
      </Stack>
    </Section>
  );
}

function Creator({ account, creator }: { account: AccountAnswer; creator: CreatorInfoAnswer | undefined }) {
  const name = creator?.nickname ?? account.display_name ?? nameOf(account);
  const username = creator?.username ?? account.username;
  return (
    <Group wrap="nowrap" gap="sm">
      <Avatar
        src={creator?.avatar_path ?? account.avatar_path}
        name={name}
        color="pine"
        size={48}
        alt=""
        aria-hidden
      />
      <div className={classes.words}>
        <Text fw={600} truncate>
          {name}
        </Text>
        {username !== null && (
          <Text size="sm" c="dimmed" truncate>
            @{username}
          </Text>
        )}
      </div>
    </Group>
  );
}

function NoAccount({ isSandbox }: { isSandbox: boolean }) {
  return (
    <EmptyState
      compact
      icon={IconBrandTiktok}
      title="No account yet"
      action={<ConnectButton label={isSandbox ? 'Connect a sandbox account' : 'Connect an account'} />}
    >
      {isSandbox
        ? 'The sandbox stands in for TikTok: connect one of its made-up accounts. What you have typed stays.'
        : 'Connect the account that the video goes to. What you have typed stays.'}
    </EmptyState>
  );
}

function Lapsed({ account }: { account: AccountAnswer }) {
  return (
    <Alert role="note" color="amber" title="This account has to be connected again">
      <Text size="sm" mb="sm">
        {account.state_reason ?? 'TikTok no longer lets Clipyard use it.'}
      </Text>
      <ConnectButton label="Connect again" />
    </Alert>
  );
}

function NotGranted({ account, form }: { account: AccountAnswer; form: PostForm }) {
  const wanted = form.mode === 'inbox' ? 'video.upload' : 'video.publish';
  const disables = account.missing_scopes.find((one) => one.scope === wanted)?.disables;
  return (
    <Alert
      role="note"
      color="amber"
      title={`This account did not allow ${form.mode === 'inbox' ? 'drafts' : 'direct posts'}`}
    >
      <Text size="sm" mb="sm">
        {disables ?? `The permission ${wanted} is missing.`} Connect it again and allow it.
      </Text>
      <ConnectButton label="Connect again" />
    </Alert>
  );
}

function ConnectButton({ label }: { label: string }) {
  return (
    <Button
      component="a"
      href={connectAddress('/publish')}
      size="sm"
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

function nameOf(account: AccountAnswer): string {
  return account.username === null ? (account.display_name ?? 'A TikTok account') : `@${account.username}`;
}
