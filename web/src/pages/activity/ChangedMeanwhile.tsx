import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PostAnswer } from '@/api/schema';
import classes from './Activity.module.css';
import { changedSince } from './changed';
import { isEditable } from './may';
import { standingOf } from './words';

interface Props {
  seen: PostAnswer;
  present: PostAnswer;
  /** Goes on with what was typed, over the post as it is now. */
  onKeep: () => void;
  /** Begins again with the post as it is now. */
  onTake: () => void;
}

/** Says what became of a post while somebody was changing it, and lets them choose how to go on. */
export function ChangedMeanwhile({ seen, present, onKeep, onTake }: Props) {
  return (
    <Alert
      color="amber"
      role="alert"
      icon={<IconAlertTriangle aria-hidden size={20} />}
      title="The post was changed meanwhile"
    >
      {isEditable(present) ? (
        <>
          <Text size="sm">Nothing of yours was saved yet. What is different:</Text>
          <ul className={classes.changes}>
            {changedSince(seen, present).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Group mt="sm" gap="xs">
            <Button size="xs" onClick={onKeep}>
              Keep what I typed
            </Button>
            <Button size="xs" variant="default" onClick={onTake}>
              Take what is there now
            </Button>
          </Group>
        </>
      ) : (
        <Text size="sm">
          It can be changed no more: {standingOf(present).now} Nothing of yours was saved; copy it from below
          if you still need it.
        </Text>
      )}
    </Alert>
  );
}
