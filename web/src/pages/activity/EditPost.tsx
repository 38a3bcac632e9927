import { Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { Failure } from '@/api/failure';
import type { PostAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatCount, localZone } from '@/ui/format';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { steer } from './steer';
import { changeOf, type Typed, timeOf, typedOf, typedOver, whenOf } from './typed';
import type { Doing } from './useAct';
import { isPast, wallTime } from './wall';

interface Props {
  post: PostAnswer;
  act: Doing;
  onClose: () => void;
}

const longest = { caption: 2_200, photoTitle: 90, photoText: 4_000 };

/** Changes the texts and the time of a post that TikTok has not been told of. */
export function EditPost({ post: current, act, onClose }: Props) {
  // As it was when the form was opened: what somebody else changes meanwhile must not be overwritten unseen.
  const [post, setPost] = useState(current);
  const [typed, setTyped] = useState(() => typedOf(current));
  const first = useRef<HTMLTextAreaElement>(null);
  const { caption, title, isTimed, at } = typed;
  const type = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const isPhotos = post.kind === 'photos';
  // Typed once, it is told when it does not fit; one that stays as it was is not sent.
  const when = whenOf(typed);
  const isWrong = when !== null && when !== timeOf(post) && (when === '' || isPast(when, new Date()));
  const limit = isPhotos ? longest.photoText : longest.caption;
  const isTooLong = caption.length > limit || title.length > longest.photoTitle;
  const isRefused = act.error instanceof Failure && act.error.code === 'conflict';
  const mustChoose = isRefused && current.revision !== post.revision;

  const goOnWith = (next: Typed) => {
    setPost(current);
    setTyped(next);
    act.reset();
    first.current?.focus();
  };

  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = changeOf(typed, post);
    if (body === null) {
      onClose();
      return;
    }

    act.mutate({ run: () => steer.edit(post, body), done: 'The post was changed.' }, { onSuccess: onClose });
  };

  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>Change the post</Text>}>
      <form onSubmit={save}>
        <Stack>
          {mustChoose ? (
            <ChangedMeanwhile
              seen={post}
              present={current}
              onKeep={() => goOnWith(typedOver(typed, post, current))}
              onTake={() => goOnWith(typedOf(current))}
            />
          ) : (
            <FailureAlert error={act.error} title="The post was not changed" compact />
          )}
          {post.approved_at != null && (
            <Text size="sm">
              It is approved. A change ends that: it has to be approved again if that was asked for.
            </Text>
          )}
          {isPhotos && (
            <TextInput
              label="Title"
              value={title}
              onChange={(event) => type({ title: event.currentTarget.value })}
              error={title.length > longest.photoTitle && `TikTok takes ${longest.photoTitle} characters.`}
            />
          )}
          <Textarea
            ref={first}
            label={isPhotos ? 'Description' : 'Caption'}
            description={post.mode === 'inbox' && !isPhotos ? post.note : undefined}
            autosize
            minRows={4}
            maxRows={14}
            value={caption}
            onChange={(event) => type({ caption: event.currentTarget.value })}
            error={caption.length > limit && `TikTok takes ${formatCount(limit)} characters.`}
          />
          <Text size="sm" c="dimmed" ta="right" mt={-8}>
            {formatCount(caption.length)} of {formatCount(limit)}
          </Text>
          <Radio.Group
            label="When"
            value={isTimed ? 'timed' : 'now'}
            onChange={(value) => type({ isTimed: value === 'timed' })}
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
              onChange={(event) => type({ at: event.currentTarget.value })}
              error={isWrong && 'Choose a time to come.'}
              required
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" loading={act.isPending} disabled={isWrong || isTooLong || mustChoose}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
