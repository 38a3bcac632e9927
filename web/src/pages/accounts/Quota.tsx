import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { quotaQuery } from '@/api/quota';
import type { AccountAnswer, CallsLeft, DayQuota, QuotaAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { Meter } from '@/ui/Meter';
import { PageLink } from '@/ui/PageLink';
import { Row, Rows } from '@/ui/Rows';
import { ListSkeleton } from '@/ui/Skeletons';
import { PostStateBadge } from '@/ui/StateBadge';
import { LocalTime, RelativeTime } from '@/ui/Times';
import { waitReason } from './words';

/** How much of TikTok's limits an account has used, and what goes out when and why. */
export function Quota({ account }: { account: AccountAnswer }) {
  const quota = useQuery(quotaQuery(account.account_id));
  return (
    <div>
      <Title order={3} mb="xs">
        TikTok's limits
      </Title>
      {quota.isPending && <ListSkeleton rows={3} height={40} />}
      <FailureAlert error={quota.error} onRetry={() => void quota.refetch()} compact />
      {quota.data && <Limits quota={quota.data} />}
    </div>
  );
}

function Limits({ quota }: { quota: QuotaAnswer }) {
  return (
    <Stack gap="md">
      <Day label="Drafts waiting in the inbox" day={quota.pending_drafts}>
        Drafts of the last 24 hours that nobody has posted yet. Posting or discarding them in TikTok makes
        room.
      </Day>
      <Day label="Direct posts in 24 hours" day={quota.direct_posts}>
        Counted over the last 24 hours, not from midnight.
      </Day>
      <Minute label="Posts begun this minute" calls={quota.this_minute.init} />
      <div>
        <Title order={3} mb="xs">
          Goes out next
        </Title>
        {quota.waiting.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nothing waits for this account.
          </Text>
        ) : (
          <Rows>
            {quota.waiting.map((post) => (
              <Row
                key={post.post_id}
                title={
                  <PageLink to={`/activity/${post.post_id}`}>
                    {post.mode === 'inbox' ? 'Draft' : 'Direct post'} at <LocalTime at={post.until} />
                  </PageLink>
                }
                aside={<PostStateBadge state={post.state} />}
              >
                <RelativeTime at={post.until} />
                {post.code === null ? ', as scheduled' : `, because ${waitReason(post.message)}`}
              </Row>
            ))}
          </Rows>
        )}
      </div>
    </Stack>
  );
}

function Day({ label, day, children }: { label: string; day: DayQuota; children: string }) {
  return day.limit === null ? (
    <Text size="sm">
      {label}: {day.used}. TikTok alone decides how many.
    </Text>
  ) : (
    <Meter label={label} used={day.used} limit={day.limit}>
      {children}
    </Meter>
  );
}

function Minute({ label, calls }: { label: string; calls: CallsLeft }) {
  return <Meter label={label} used={calls.limit - calls.left} limit={calls.limit} />;
}
