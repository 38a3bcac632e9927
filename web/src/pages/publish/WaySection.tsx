import { Alert, Radio, Stack, Text } from '@mantine/core';
import type { PostKind, PostMode } from '@/api/schema';
import { CopyButton } from '@/ui/CopyButton';
import { Section } from '@/ui/Section';
import type { PostForm } from './form';

interface Props {
  form: PostForm;
  change: (part: Partial<PostForm>) => void;
  kind: PostKind;
  /** What stands behind the app: `clipyard-sandbox`, `tiktok-sandbox` or `production`. */
  platform: string | undefined;
}

/** A draft that the creator finishes, or a post. */
export function WaySection({ form, change, kind, platform }: Props) {
  return (
    <Section title="How it goes out">
      <Stack gap="md">
        <Radio.Group
          aria-label="How it goes out"
          value={form.mode}
          onChange={(mode) => change({ mode: mode as PostMode })}
        >
          <Stack gap="sm">
            <Radio
              value="inbox"
              label="As a draft"
              description="It comes to the creator's TikTok inbox; they open the notification and finish it in the app."
            />
            <Radio
              value="direct"
              label="Post directly"
              description="It appears on the profile without another step."
            />
          </Stack>
        </Radio.Group>
        {form.mode === 'inbox' && (
          <Alert
            role="note"
            color="sky"
            title={
              kind === 'video'
                ? 'TikTok ignores the caption of a draft'
                : 'TikTok ignores the settings of a draft'
            }
          >
            <Text size="sm" mb={kind === 'video' && form.caption !== '' ? 'sm' : 0}>
              {kind === 'video'
                ? 'And all settings. Write the caption here all the same: Clipyard keeps it, to be copied into TikTok by hand.'
                : 'The title and the description go along; everything else is chosen in the app.'}
            </Text>
            {kind === 'video' && form.caption !== '' && (
              <CopyButton value={form.caption} label="Copy the caption" />
            )}
          </Alert>
        )}
        {form.mode === 'direct' && platform !== undefined && platform !== 'clipyard-sandbox' && (
          <Alert
            role="note"
            color="amber"
            title={
              platform === 'tiktok-sandbox'
                ? 'TikTok shows these posts to nobody else'
                : 'Has TikTok audited your app?'
            }
          >
            <Text size="sm">
              {platform === 'tiktok-sandbox'
                ? "In TikTok's own sandbox an app may only post with “Only me”, to private accounts of its target users."
                : 'Until it has, it refuses everything but “Only me” on a private account. Drafts work without an audit.'}
            </Text>
          </Alert>
        )}
      </Stack>
    </Section>
  );
}
