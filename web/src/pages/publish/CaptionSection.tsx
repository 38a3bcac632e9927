import { Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { PostKind } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatCount } from '@/ui/format';
import { Section } from '@/ui/Section';
import { captionLimits } from './caption';
import type { PostForm } from './form';
import { captionLimit } from './rules';

interface Props {
  form: PostForm;
  change: (part: Partial<PostForm>) => void;
  kind: PostKind;
  refusal: unknown;
}

/** What stands beside the video. */
export function CaptionSection({ form, change, kind, refusal }: Props) {
  const limit = captionLimit(kind);
  const name = kind === 'photos' ? 'Description' : 'Caption';
  return (
    <Section title="Words">
      <Stack gap="md">
        {kind === 'photos' && (
          <TextInput
            label="Title"
            value={form.title}
            error={over(form.title.length, captionLimits.photoTitle)}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
        )}
        <div>
          <Textarea
            size="md"
            label={name}
            placeholder="What is it about? #hashtags and @mentions work."
            autosize
            minRows={4}
            maxRows={14}
            value={form.caption}
            error={over(form.caption.length, limit)}
            onChange={(event) => change({ caption: event.currentTarget.value })}
          />
          <Group justify="flex-end" mt={4}>
            <Text size="xs" c="dimmed">
              {formatCount(form.caption.length)} of {formatCount(limit)}, as TikTok counts: most emoji are 2
            </Text>
          </Group>
        </div>
        <FailureAlert error={refusal} compact />
      </Stack>
    </Section>
  );
}

function over(length: number, limit: number): string | null {
  return length > limit ? `${formatCount(length - limit)} too many.` : null;
}
