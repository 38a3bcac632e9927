import { Anchor, Checkbox, NativeSelect, Stack, Switch, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CreatorInfoAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatSpan } from '@/ui/format';
import { ListSkeleton } from '@/ui/Skeletons';
import { levelName, onlyMe, type PostChoices } from './postForm';

interface Props {
  form: UseFormReturnType<PostChoices>;
  creator: UseQueryResult<CreatorInfoAnswer>;
}

/** What TikTok wants to be chosen for a direct post: who sees it, who may react, whether it promotes something. */
export function DirectSettings({ form, creator }: Props) {
  const { values } = form;
  if (values.account === '') {
    return (
      <Text size="sm" c="dimmed">
        Choose the account first: what may be chosen here is up to its creator.
      </Text>
    );
  }

  if (creator.isPending) {
    return <ListSkeleton rows={3} height={36} />;
  }

  if (creator.isError) {
    return (
      <FailureAlert
        error={creator.error}
        title="Nothing can be posted directly now"
        onRetry={() => void creator.refetch()}
        compact
      />
    );
  }

  const isBranded = values.discloses && values.branded;
  const info = creator.data;
  return (
    <Stack>
      <NativeSelect
        label="Who can see it"
        {...form.getInputProps('privacy')}
        description={isBranded ? 'Branded content visibility cannot be set to private.' : undefined}
        data={[
          { value: '', label: 'Choose…', disabled: true },
          ...info.privacy_levels.map((level) => ({
            value: level,
            label: levelName(level),
            disabled: isBranded && level === onlyMe,
          })),
        ]}
      />
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <Text component="legend" size="sm" fw={500} mb="xs">
          Viewers may
        </Text>
        <Stack gap="xs">
          <Allow form={form} field="comment" label="Comment" isDisabled={info.comment_disabled} />
          <Allow form={form} field="duet" label="Duet" isDisabled={info.duet_disabled} />
          <Allow form={form} field="stitch" label="Stitch" isDisabled={info.stitch_disabled} />
        </Stack>
      </fieldset>
      <Switch
        label="It promotes a brand, a product or a service"
        {...form.getInputProps('discloses', { type: 'checkbox' })}
        error={form.errors.discloses}
      />
      {values.discloses && (
        <Stack gap="xs" pl="md">
          <Checkbox
            label="Your brand"
            description="You promote yourself or your own business."
            {...form.getInputProps('ownBrand', { type: 'checkbox' })}
          />
          <Checkbox
            label="Branded content"
            description={
              values.privacy === onlyMe
                ? 'Not while only you can see it: choose another visibility first.'
                : 'You promote somebody else, who pays for it.'
            }
            disabled={values.privacy === onlyMe && !values.branded}
            {...form.getInputProps('branded', { type: 'checkbox' })}
          />
          {(values.ownBrand || values.branded) && (
            <Text size="sm" role="status">
              Your video will be labeled as ‘{values.branded ? 'Paid partnership' : 'Promotional content'}’.
            </Text>
          )}
        </Stack>
      )}
      {info.max_video_duration_ms !== null && (
        <Text size="sm" c="dimmed">
          This creator may post videos of at most {formatSpan(info.max_video_duration_ms)}; a longer one is
          refused before anything is sent.
        </Text>
      )}
      <Text size="sm">
        By posting, you agree to TikTok's{' '}
        {isBranded && (
          <>
            <Legal page="bc-policy">Branded Content Policy</Legal> and{' '}
          </>
        )}
        <Legal page="music-usage-confirmation">Music Usage Confirmation</Legal>.
      </Text>
    </Stack>
  );
}

interface AllowProps {
  form: UseFormReturnType<PostChoices>;
  field: 'comment' | 'duet' | 'stitch';
  label: string;
  isDisabled: boolean;
}

function Allow({ form, field, label, isDisabled }: AllowProps) {
  return (
    <Checkbox
      label={label}
      disabled={isDisabled}
      description={isDisabled ? 'Switched off in the creator’s own TikTok settings.' : undefined}
      {...form.getInputProps(field, { type: 'checkbox' })}
    />
  );
}

function Legal({ page, children }: { page: string; children: string }) {
  return (
    <Anchor
      href={`https://www.tiktok.com/legal/page/global/${page}/en`}
      target="_blank"
      rel="noreferrer noopener"
      inherit
      underline="always"
    >
      {children}
    </Anchor>
  );
}
