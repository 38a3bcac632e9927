import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery, postsQuery } from '@/api/queries';
import { connectAddress } from '@/app/useConnectOutcome';
import { FailureAlert } from '@/ui/FailureAlert';
import { accountTitle } from '@/ui/names';
import { PageLink } from '@/ui/PageLink';
import { Row, Rows } from '@/ui/Rows';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { AccountStateBadge, PostStateBadge } from '@/ui/StateBadge';
import { RelativeTime } from '@/ui/Times';
import { Quiet } from './Quiet';
import { accountName, postTitle } from './words';

/** What waits for a person: approvals, accounts to connect again, posts whose fate nobody knows. */
export function Attention() {
  const posts = useQuery(postsQuery(['awaiting_approval', 'uncertain'], 5));
  const accounts = useQuery(accountsQuery);
  const lapsed = accounts.data?.accounts.filter((account) => account.state === 'needs_reconnect') ?? [];
  const waiting = posts.data?.posts ?? [];
  return (
    <Section title="Needs you">
      <FailureAlert error={posts.error} onRetry={() => void posts.refetch()} compact />
      {posts.isPending && <ListSkeleton rows={1} />}
      {posts.isSuccess && waiting.length + lapsed.length === 0 && (
        <Quiet icon={IconCircleCheck}>Nothing waits for you.</Quiet>
      )}
      {waiting.length + lapsed.length > 0 && (
        <Rows>
          {lapsed.map((account) => (
            <Row
              brief
              key={account.account_id}
              title={accountTitle(account)}
              aside={
                <>
                  <AccountStateBadge state={account.state} />
                  <Button component="a" href={connectAddress('/')} size="xs">
                    Connect again
                  </Button>
                </>
              }
            >
              {account.state_reason ?? 'TikTok no longer lets Clipyard use it.'}
            </Row>
          ))}
          {waiting.map((post) => (
            <Row
              brief
              key={post.post_id}
              title={<PageLink to={`/activity/${post.post_id}`}>{postTitle(post)}</PageLink>}
              aside={<PostStateBadge state={post.state} />}
            >
              {accountName(post.account)}, asked for <RelativeTime at={post.created_at} />
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}
