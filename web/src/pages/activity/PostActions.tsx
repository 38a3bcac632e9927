import { Button, Group } from '@mantine/core';
import { IconBrandTiktok, IconPencil, IconRefresh, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Failure } from '@/api/failure';
import type { PostAnswer } from '@/api/schema';
import { useMe } from '@/api/session';
import { useConfirm } from '@/ui/ConfirmProvider';
import { CopyButton } from '@/ui/CopyButton';
import { ApprovalLink } from './ApprovalLink';
import { EditPost } from './EditPost';
import { may } from './may';
import { steer } from './steer';
import type { Doing } from './useAct';

/** What can be done with a post as it stands. What cannot be done is not there. */
export function PostActions({ post, act }: { post: PostAnswer; act: Doing }) {
  const [isEditing, setEditing] = useState(false);
  const me = useMe();
  const confirm = useConfirm();
  const allowed = may(post, me.data?.scopes ?? []);

  const cancel = async () => {
    const yes = await confirm({
      title: 'Cancel this post?',
      text: 'It will not go out, and cannot be taken up again. What TikTok may have all of already can no longer be cancelled.',
      confirm: 'Cancel the post',
      dangerous: true,
    });
    if (yes) {
      act.mutate({ run: () => steer.cancel(post), done: 'The post was cancelled.' });
    }
  };
  const sendAfterLooking = async () => {
    const yes = await confirm({
      title: 'Have you looked, and it is not there?',
      text: 'TikTok never said what became of this post, so it may be there. Look at the account’s videos and at its inbox in the TikTok app first. If it is there after all, sending it again makes a second one. That you said so is kept in the audit log.',
      confirm: 'It is not there: send it again',
      dangerous: true,
    });
    if (yes) {
      act.mutate({ run: () => steer.retry(post, true), done: 'The post is sent again.' });
    }
  };
  const retry = () =>
    act.mutate(
      { run: () => steer.retry(post, false), done: 'The post is sent again.' },
      {
        onError: (error) => {
          if (error instanceof Failure && error.code === 'outcome_uncertain' && allowed.approve) {
            void sendAfterLooking();
          }
        },
      },
    );

  return (
    <Group gap="xs">
      {allowed.retry && (
        <Button
          size="xs"
          leftSection={<IconRefresh aria-hidden size={16} />}
          loading={act.isPending}
          onClick={retry}
        >
          Send again
        </Button>
      )}
      {allowed.retryAfterLooking && (
        <Button
          size="xs"
          leftSection={<IconRefresh aria-hidden size={16} />}
          loading={act.isPending}
          onClick={() => void sendAfterLooking()}
        >
          I have looked: it is not there
        </Button>
      )}
      {allowed.edit && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPencil aria-hidden size={16} />}
          onClick={() => {
            act.reset();
            setEditing(true);
          }}
        >
          Change
        </Button>
      )}
      {post.caption != null && <CopyButton value={post.caption} label="Copy the caption" />}
      {allowed.link && <ApprovalLink postId={post.post_id} />}
      {post.post_url != null && (
        <Button
          component="a"
          href={post.post_url}
          target="_blank"
          rel="noreferrer"
          variant="default"
          size="xs"
          leftSection={<IconBrandTiktok aria-hidden size={16} />}
        >
          See it on TikTok
        </Button>
      )}
      {allowed.cancel && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconX aria-hidden size={16} />}
          loading={act.isPending}
          onClick={() => void cancel()}
        >
          Cancel the post
        </Button>
      )}
      {isEditing && <EditPost post={post} act={act} onClose={() => setEditing(false)} />}
    </Group>
  );
}
