import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PostAnswer } from '@/api/schema';
import { Section } from '@/ui/Section';
import { steer } from './steer';
import type { Doing } from './useAct';

const longestReason = 500;

/** Yes or no to the version that is shown. */
export function Decision({ post, act }: { post: PostAnswer; act: Doing }) {
  const [isRejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const timed = post.schedule_time != null ? 'It then goes out at its time.' : 'It then goes out at once.';
  return (
    <Section title="Your decision">
      <Stack gap="sm">
        <Text size="sm">
          What you approve is what is sent: this file, caption, account and time, and nothing else. {timed}
        </Text>
        {post.mode === 'direct' && <Consent post={post} />}
        {isRejecting && (
          <Textarea
            label="Why not?"
            description="For the log of the post. You may leave it empty."
            maxLength={longestReason}
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group>
          {isRejecting ? (
            <>
              <Button
                color="clay.6"
                loading={act.isPending}
                onClick={() =>
                  act.mutate({ run: () => steer.reject(post, reason), done: 'The post was rejected.' })
                }
              >
                Reject this post
              </Button>
              <Button variant="default" onClick={() => setRejecting(false)}>
                Go back
              </Button>
            </>
          ) : (
            <>
              <Button
                loading={act.isPending}
                disabled={post.version == null}
                onClick={() => act.mutate({ run: () => steer.approve(post), done: 'The post was approved.' })}
              >
                Approve
              </Button>
              <Button variant="default" onClick={() => setRejecting(true)}>
                Reject…
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Section>
  );
}

// TikTok's sharing guidelines ask for these sentences before the button that posts.
function Consent({ post }: { post: PostAnswer }) {
  const music = (
    <Anchor
      href="https://www.tiktok.com/legal/page/global/music-usage-confirmation/en"
      target="_blank"
      rel="noreferrer"
      underline="always"
      inherit
    >
      Music Usage Confirmation
    </Anchor>
  );
  return (
    <Text size="sm">
      By posting, you agree to TikTok’s{' '}
      {post.settings.brand_content_toggle === true && (
        <>
          <Anchor
            href="https://www.tiktok.com/legal/page/global/bc-policy/en"
            target="_blank"
            rel="noreferrer"
            underline="always"
            inherit
          >
            Branded Content Policy
          </Anchor>{' '}
          and{' '}
        </>
      )}
      {music}.
    </Text>
  );
}
