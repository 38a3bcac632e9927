import { Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PatchBody, PostAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatCount, localZone } from '@/ui/format';
import { steer } from './steer';
import type { Doing } from './useAct';
import { isPast, soon, wallTime } from './wall';

interface Props {
  post: PostAnswer;
  act: Doing;
  onClose: () => void;
}

const longest = { caption: 2_200, photoTitle: 90, photoText: 4_000 };

/** Changes the texts and the time of a post that TikTok has not been told of. */
export function EditPost({ post: current, act, onClose }: Props) {
  // As it was when the form was opened: what somebody else changes meanwhile must not be overwritten unseen.
  const [post] = useState(current);
  const isPhotos = post.kind === 'photos';
  const before = post.schedule_time == null ? null : wallTime(new Date(post.schedule_time));
  const [caption, setCaption] = useState(post.caption ?? '');
  const [title, setTitle] = useState(post.title ?? '');
  const [isTimed, setTimed] = useState(before !== null);
  const [at, setAt] = useState(before ?? soon(new Date()));
  // Typed once, it is told when it does not fit; one that stays as it was is not sent.
  const when = isTimed ? at : null;
  const isWrong = when !== null && when !== before && (when === '' || isPast(when, new Date()));
  const limit = isPhotos ? longest.photoText : longest.caption;
  const isTooLong = caption.length > limit || title.length > longest.photoTitle;

  const save = (event: FormEvent) => {
    event.preventDefault();
    const body: PatchBody = {};
    if (caption !== (post.caption ?? '') || title !== (post.title ?? '')) {
      body.content = caption;
      if (isPhotos) {
        body.title = title;
      }
    }

    if (when !== before) {
      body.schedule_time = when;
      if (when !== null) {
        body.schedule_zone = localZone;
      }
    }

    if (Object.keys(body).length === 0) {
      onClose();
      return;
    }

    act.mutate({ run: () => steer.edit(post, body), done: 'The post was changed.' }, { onSuccess: onClose });
  };

  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>Change the post</Text>}>
      <form onSubmit={save}>
        <Stack>
          <FailureAlert error={act.error} title="The post was not changed" compact />
          {post.approved_at != null && (
            <Text size="sm">
              It is approved. A change ends that: it has to be approved again if that was asked for.
            </Text>
          )}
          {isPhotos && (
            <TextInput
              label="Title"
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              error={title.length > longest.photoTitle && `TikTok takes ${longest.photoTitle} characters.`}
            />
          )}
          <Textarea
            label={isPhotos ? 'Description' : 'Caption'}
            description={post.mode === 'inbox' && !isPhotos ? post.note : undefined}
            autosize
            minRows={4}
            maxRows={14}
            value={caption}
            onChange={(event) => setCaption(event.currentTarget.value)}
            error={caption.length > limit && `TikTok takes ${formatCount(limit)} characters.`}
          />
          <Text size="sm" c="dimmed" ta="right" mt={-8}>
            {formatCount(caption.length)} of {formatCount(limit)}
          </Text>
          <Radio.Group
            label="When"
            value={isTimed ? 'timed' : 'now'}
            onChange={(value) => setTimed(value === 'timed')}
          >
            <Group mt={4}>
              <Radio value="now" label="As soon as possible" />
              <Radio value="timed" label="At a time" />
            </Group>
          </Radio.Group>
          {isTimed && (
            <TextInput
              type="datetime-local"
              label="Time"
              description={`By your clock: ${localZone}`}
              value={at}
              min={wallTime(new Date())}
              onChange={(event) => setAt(event.currentTarget.value)}
              error={isWrong && 'Choose a time to come.'}
              required
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" loading={act.isPending} disabled={isWrong || isTooLong}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
