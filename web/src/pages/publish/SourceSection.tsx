import {
  Alert,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ClipAnswer } from '@/api/schema';
import { ClipThumb } from '@/ui/ClipThumb';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatBytes, plural } from '@/ui/format';
import { captionOf } from '@/ui/names';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { ClipPicker } from './ClipPicker';
import { type PostForm, photoAddresses, type SourceKind } from './form';
import classes from './Publish.module.css';
import { UploadSource } from './UploadSource';

interface Props {
  form: PostForm;
  change: (part: Partial<PostForm>) => void;
  clip: UseQueryResult<ClipAnswer>;
  takeFile: (file: File | null) => void;
  /** Why it cannot be posted as it is. */
  tooLong: string | null;
  refusal: unknown;
}

const kinds: { value: SourceKind; label: string }[] = [
  { value: 'clip', label: 'Archive' },
  { value: 'upload', label: 'Upload' },
  { value: 'address', label: 'Link' },
  { value: 'photos', label: 'Photos' },
];

/** What is posted. */
export function SourceSection({ form, change, clip, takeFile, tooLong, refusal }: Props) {
  return (
    <Section title="What to post">
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          aria-label="Where it comes from"
          data={kinds}
          value={form.sourceKind}
          onChange={(value) => change({ sourceKind: value as SourceKind, coverMs: null })}
        />
        {form.sourceKind === 'clip' && <ClipSource form={form} change={change} clip={clip} />}
        {form.sourceKind === 'upload' && (
          <UploadSource
            upload={form.upload}
            change={(upload, file) => {
              takeFile(file);
              change({ upload, coverMs: null });
            }}
          />
        )}
        {form.sourceKind === 'address' && (
          <TextInput
            label="Address of the video"
            description="Public and https; Clipyard fetches it once."
            placeholder="https://example.com/clip.mp4"
            inputMode="url"
            value={form.address}
            onChange={(event) => change({ address: event.currentTarget.value })}
          />
        )}
        {form.sourceKind === 'photos' && (
          <Textarea
            size="md"
            label="Addresses of the pictures"
            description="One a line, https, 1 to 35, JPEG or WebP. TikTok fetches them from this server, whose address must be verified there."
            autosize
            minRows={3}
            value={form.photos}
            error={
              photoAddresses(form).length > 35
                ? `These are ${plural(photoAddresses(form).length, 'picture')}.`
                : null
            }
            onChange={(event) => change({ photos: event.currentTarget.value })}
          />
        )}
        {form.sourceKind !== 'photos' && (
          <Checkbox
            radius="xs"
            label="Repair the file if TikTok would refuse it"
            description="Clipyard encodes it anew where its format, size or frame rate does not fit; it never shortens it."
            checked={form.repair}
            onChange={(event) => change({ repair: event.currentTarget.checked })}
          />
        )}
        {tooLong !== null && (
          <Alert color="clay" role="alert" title={tooLong}>
            Shorten the video, choose another one, or send a draft.
          </Alert>
        )}
        <FailureAlert error={refusal} compact />
      </Stack>
    </Section>
  );
}

function ClipSource({ form, change, clip }: Pick<Props, 'form' | 'change' | 'clip'>) {
  if (form.clipId === null) {
    return <ClipPicker choose={(chosen) => change({ clipId: chosen.video_id, coverMs: null })} />;
  }

  const another = () => change({ clipId: null, coverMs: null });
  return (
    <>
      {clip.isPending && <ListSkeleton rows={1} height={84} />}
      {clip.data !== undefined && (
        <Group wrap="nowrap" className={classes.chosen} align="flex-start">
          <div className={classes.thumb}>
            <ClipThumb clip={clip.data} />
          </div>
          <div className={classes.words}>
            <Text fw={550} lineClamp={2}>
              {captionOf(clip.data)}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              @{clip.data.username}, {formatBytes(clip.data.size_bytes)}
            </Text>
            <Button size="xs" variant="default" mt="xs" onClick={another}>
              Choose another
            </Button>
          </div>
        </Group>
      )}
      {clip.isError && (
        <>
          <FailureAlert error={clip.error} onRetry={() => void clip.refetch()} compact />
          <div>
            <Button size="xs" variant="default" onClick={another}>
              Choose another
            </Button>
          </div>
        </>
      )}
    </>
  );
}
