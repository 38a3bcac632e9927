import { Alert, Avatar, Group, Select, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { AccountAnswer, CreatorInfoAnswer, QuotaAnswer, StatusAnswer } from '@/api/schema';
import { AccountsFailure } from '@/ui/AccountsFailure';
import { ConnectButton } from '@/ui/ConnectButton';
import { FailureAlert } from '@/ui/FailureAlert';
import { NoAccount } from '@/ui/NoAccount';
import { accountHandle } from '@/ui/names';
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
        {status.isError && <AccountsFailure error={status.error} onRetry={() => void status.refetch()} />}
        {status.data !== undefined && accounts.length === 0 && (
          <NoAccount compact mode={status.data.mode} returnTo="/publish">
            {status.data.mode === 'clipyard-sandbox'
              ? 'The sandbox stands in for TikTok: connect one of its made-up accounts. What you have typed stays.'
              : 'Connect the account that the video goes to. What you have typed stays.'}
          </NoAccount>
        )}
        {accounts.length > 1 && (
          <Select
            size="md"
            label="Account"
            placeholder="Choose the account"
            data={accounts.map((one) => ({ value: one.account_id, label: accountHandle(one) }))}
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
  const name = creator?.nickname ?? account.display_name ?? accountHandle(account);
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

function Lapsed({ account }: { account: AccountAnswer }) {
  return (
    <Alert role="note" color="amber" title="This account has to be connected again">
      <Text size="sm" mb="sm">
        {account.state_reason ?? 'TikTok no longer lets Clipyard use it.'}
      </Text>
      <ConnectButton returnTo="/publish">Connect again</ConnectButton>
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
      <ConnectButton returnTo="/publish">Connect again</ConnectButton>
    </Alert>
  );
}
