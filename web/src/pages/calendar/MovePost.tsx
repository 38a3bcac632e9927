import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PostAnswer } from '@/api/schema';
import { isPast, wallTime } from '@/pages/activity/wall';
import { postTitle } from '@/pages/home/words';
import { localZone } from '@/ui/format';
import { whenOf } from './plan';
import type { Moving } from './usePlan';

/** Gives a post another time without dragging. */
export function MovePost({ post, move, onClose }: { post: PostAnswer; move: Moving; onClose: () => void }) {
  const [to, setTo] = useState(wallTime(whenOf(post)));
  const isWrong = to === '' || isPast(to, new Date());
  const save = (event: FormEvent) => {
    event.preventDefault();
    move.mutate({ post, to });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>Move the post</Text>}>
      <form onSubmit={save}>
        <Stack>
          <Text size="sm" lineClamp={3}>
            {postTitle(post)}
          </Text>
          {post.approved_at != null && (
            <Text size="sm">
              It is approved for its present time. Moved, it may have to be approved again.
            </Text>
          )}
          <TextInput
            type="datetime-local"
            label="New time"
            description={`By your clock: ${localZone}`}
            value={to}
            min={wallTime(new Date())}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={isWrong && 'Choose a time to come.'}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" disabled={isWrong}>
              Move
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
