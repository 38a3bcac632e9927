import '@mantine/dropzone/styles.css';
import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileCheck, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { UploadedFile } from '@/api/FileUpload';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatBytes } from '@/ui/format';
import classes from './Publish.module.css';
import { useUpload } from './useUpload';

interface Props {
  upload: UploadedFile | null;
  change: (upload: UploadedFile | null, file: File | null) => void;
}

/** A video from this device: dropped or chosen, sent in pieces. */
export function UploadSource({ upload, change }: Props) {
  const sending = useUpload(change);
  const [refused, setRefused] = useState(false);
  const { state } = sending;
  if (state.step === 'sending') {
    const percent = state.total === 0 ? 0 : Math.floor((100 * state.sent) / state.total);
    return (
      <Stack gap="xs" role="status">
        <Text size="sm" fw={550} truncate>
          {state.name}
        </Text>
        <Progress value={percent} aria-label={`Upload of ${state.name}`} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {state.isWaiting
              ? 'The connection is gone; it goes on by itself.'
              : `${formatBytes(state.sent)} of ${formatBytes(state.total)}`}
          </Text>
          <Button size="xs" variant="default" onClick={sending.cancel}>
            Cancel the upload
          </Button>
        </Group>
      </Stack>
    );
  }

  if (upload !== null) {
    return (
      <Group wrap="nowrap" justify="space-between" className={classes.chosen}>
        <Group wrap="nowrap" gap="sm" miw={0}>
          <IconFileCheck aria-hidden size={22} />
          <div className={classes.words}>
            <Text fw={550} truncate>
              {upload.name}
            </Text>
            <Text size="sm" c="dimmed">
              {formatBytes(upload.sizeBytes)}, uploaded
            </Text>
          </div>
        </Group>
        <Button size="xs" variant="default" onClick={() => change(null, null)}>
          Choose another
        </Button>
      </Group>
    );
  }

  const take = (files: File[]) => {
    const [file] = files;
    setRefused(false);
    if (file !== undefined) {
      void sending.start(file);
    }
  };
  return (
    <Stack gap="sm">
      <Dropzone
        onDrop={take}
        onReject={() => setRefused(true)}
        multiple={false}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        tabIndex={-1}
        inputProps={{ 'aria-label': 'A video, dropped here' }}
        className={classes.drop}
      >
        <Stack align="center" gap="xs" ta="center">
          <IconUpload aria-hidden size={28} stroke={1.5} />
          <FileButton onChange={(file) => take(file === null ? [] : [file])} accept="video/*">
            {(button) => (
              <Button {...button} variant="default">
                Choose a video
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            Or drop it here. MP4, MOV or WebM, up to 4 GB; after a lost connection it goes on by itself.
          </Text>
        </Stack>
      </Dropzone>
      {refused && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          One file at a time, please.
        </Text>
      )}
      {state.step === 'failed' && (
        <FailureAlert
          error={state.failure}
          title={`${state.name} was not uploaded`}
          compact
          {...(state.canRetry ? { onRetry: sending.retry } : {})}
        />
      )}
    </Stack>
  );
}
