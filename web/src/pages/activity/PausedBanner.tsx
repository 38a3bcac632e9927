import { Alert, Anchor, Button, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPause } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api } from '@/api/client';
import type { OpenPostAnswer } from '@/api/schema';
import { useMe } from '@/api/session';
import { useConfirm } from '@/ui/ConfirmProvider';
import { plural } from '@/ui/format';
import { showDone, showFailure } from '@/ui/notices';
import { PageLink } from '@/ui/PageLink';
import { PostStateBadge } from '@/ui/StateBadge';
import { LocalTime } from '@/ui/Times';
import classes from './Activity.module.css';
import { publishingQuery } from './posts';

/** Says that nothing goes out, why, and lets those who may end that. Others are told by each post's own reason. */
export function PausedBanner() {
  const me = useMe();
  const mayResume = me.data?.scopes.includes('admin') === true;
  const publishing = useQuery({ ...publishingQuery, enabled: mayResume });
  const [opened, { toggle }] = useDisclosure(false);
  const confirm = useConfirm();
  const queries = useQueryClient();
  const resume = useMutation({
    // Whether messages waited, too: the server's answer no longer knows.
    mutationFn: (_holdsMessages: boolean) => answer(api.POST('/api/publishing/resume')),
    onSuccess: (_, holdsMessages) => {
      showDone(holdsMessages ? 'Posts and messages go out again.' : 'Posts go out again.');
      return queries.invalidateQueries({ queryKey: ['posts'] });
    },
    onError: showFailure,
  });
  const state = publishing.data;
  if (state?.paused !== true) {
    return null;
  }

  const holdsMessages = state.holds_messages;
  const ask = async () => {
    const yes = await confirm({
      title: holdsMessages ? 'Let posts and messages go out again?' : 'Let posts go out again?',
      text: (
        <>
          {plural(state.open, 'post')} may go out or go on at once. After a restore or a move, first look on
          TikTok whether any of them went out meanwhile, and cancel those here.
          {holdsMessages &&
            ' Every message that waits for a webhook or a callback is sent within seconds. First switch off the webhooks that should not get theirs: in Settings, under Webhooks.'}
        </>
      ),
      confirm: 'Resume publishing',
    });
    if (yes) {
      resume.mutate(holdsMessages);
    }
  };
  return (
    <Alert
      color="amber"
      role="region"
      icon={<IconPlayerPause aria-hidden size={20} />}
      title="Publishing is paused"
    >
      <Text size="sm">{state.reason}</Text>
      <Text size="sm">
        Nothing new goes out
        {state.since != null && (
          <>
            {' '}
            since <LocalTime at={state.since} />
          </>
        )}
        . {plural(state.open, 'post has', 'posts have')} not come to rest.
      </Text>
      {holdsMessages && (
        <Text size="sm">
          Messages to webhooks and callbacks wait, too, and are sent when publishing is resumed. First switch
          off the{' '}
          <PageLink to="/settings/webhooks" inText>
            webhooks
          </PageLink>{' '}
          that should not get theirs; everybody has their own.
        </Text>
      )}
      <Group mt="sm" gap="xs">
        <Button size="xs" loading={resume.isPending} onClick={() => void ask()}>
          Resume publishing
        </Button>
        {state.posts.length > 0 && (
          <Button size="xs" variant="default" aria-expanded={opened} onClick={toggle}>
            {opened ? 'Hide those posts' : 'Show those posts'}
          </Button>
        )}
      </Group>
      <Collapse in={opened}>
        <ul className={classes.open}>
          {state.posts.map((post) => (
            <OpenPost key={post.post_id} post={post} isOwn={post.owner === me.data?.name} />
          ))}
        </ul>
      </Collapse>
    </Alert>
  );
}

function OpenPost({ post, isOwn }: { post: OpenPostAnswer; isOwn: boolean }) {
  const what = `${post.mode === 'inbox' ? 'Draft' : 'Post'}${post.username === null ? '' : ` for @${post.username}`}`;
  return (
    <li>
      <PostStateBadge state={post.state} />
      <span>
        {isOwn ? (
          <Anchor component={Link} to={`/activity/${post.post_id}`} underline="always" inherit>
            {what}
          </Anchor>
        ) : (
          `${what} of ${post.owner ?? 'somebody'}`
        )}
        , asked for <LocalTime at={post.created_at} />
      </span>
    </li>
  );
}
