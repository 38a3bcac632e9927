import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconBrandTiktok } from '@tabler/icons-react';
import { useState } from 'react';
import type { InstanceAnswer, PostDataAnswer, TaskDetailAnswer } from '@/api/schema';
import { CopyButton } from '@/ui/CopyButton';
import { PageLink } from '@/ui/PageLink';
import { Section } from '@/ui/Section';
import { PostStateBadge } from '@/ui/StateBadge';
import { LocalTime } from '@/ui/Times';
import { PostForm } from './PostForm';

interface Props {
  task: TaskDetailAnswer;
  instance: InstanceAnswer | undefined;
}

const needsAccount = new Set(['not_connected', 'reconnect_needed']);

/** How a task's video goes to TikTok: the form, the reason why not, or how its post stands. */
export function PostPanel({ task, instance }: Props) {
  const [isOpen, setOpen] = useState(false);
  const post = task.tiktok_post_data ?? null;
  return (
    <Section title="On TikTok" aside={post !== null && <PostStateBadge state={post.state} />}>
      <Stack gap="md">
        {post !== null && <Post post={post} task={task} />}
        {task.can_post_to_tiktok !== true && task.cannot_post_message != null && (
          <Text size="sm" c={post === null ? undefined : 'dimmed'}>
            {task.cannot_post_message}
            {needsAccount.has(task.cannot_post_reason ?? '') && (
              <>
                {' '}
                <PageLink to="/accounts" inText>
                  See the accounts
                </PageLink>
                .
              </>
            )}
          </Text>
        )}
        {task.can_post_to_tiktok === true && !isOpen && (
          <div>
            <Button
              variant={post === null ? 'filled' : 'default'}
              leftSection={<IconBrandTiktok aria-hidden size={18} />}
              onClick={() => setOpen(true)}
            >
              {post === null ? 'Send it to TikTok' : 'Send it again'}
            </Button>
          </div>
        )}
        {task.can_post_to_tiktok === true && isOpen && instance !== undefined && (
          <PostForm task={task} instance={instance} onClose={() => setOpen(false)} />
        )}
      </Stack>
    </Section>
  );
}

function Post({ post, task }: { post: PostDataAnswer; task: TaskDetailAnswer }) {
  const name = post.account.nickname ?? post.account.username ?? 'a TikTok account';
  return (
    <>
      <Text size="sm">
        <PageLink to={`/activity/${post.post_id}`} inText>
          {post.mode === 'inbox' ? 'A draft' : 'A direct post'}
        </PageLink>{' '}
        for {name}
        {task.scheduled_post_time != null && (
          <>
            , chosen for <LocalTime at={task.scheduled_post_time} />
          </>
        )}
        .
      </Text>
      {post.fail != null && (
        <Alert color="clay" title={post.fail.message}>
          {post.fail.remedy}
        </Alert>
      )}
      {task.tiktok_post_url != null && (
        <Anchor href={task.tiktok_post_url} target="_blank" rel="noreferrer noopener" size="sm">
          See it on TikTok (in a new tab)
        </Anchor>
      )}
      {post.mode === 'inbox' && post.caption != null && (
        <Group gap="xs" justify="space-between">
          <Text size="sm" flex="1 1 12rem" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            TikTok takes no caption for drafts: copy it into TikTok by hand.
          </Text>
          <CopyButton value={post.caption} label="Copy the caption" />
        </Group>
      )}
    </>
  );
}
