import { Anchor, Button, Card, List, Stack, Text, Tooltip } from '@mantine/core';
import { IconCalendarTime, IconSend } from '@tabler/icons-react';
import { Fragment, useId } from 'react';
import { FailureAlert } from '@/ui/FailureAlert';
import type { PostForm } from './form';
import { policies } from './rules';

interface Props {
  form: PostForm;
  /** What still has to be done. */
  missing: readonly string[];
  isSending: boolean;
  send: () => void;
  refusal: unknown;
}

/** The last look: what one agrees to, what is missing, and the button. */
export function SendSection({ form, missing, isSending, send, refusal }: Props) {
  const id = useId();
  const isReady = missing.length === 0;
  return (
    <Card component="section" aria-label="Send">
      <Stack gap="sm">
        {form.mode === 'direct' && <Consent form={form} />}
        <Tooltip label={missing[0]} disabled={isReady} multiline maw={300}>
          <Button
            size="md"
            fullWidth
            loading={isSending}
            data-disabled={!isReady || undefined}
            aria-disabled={!isReady}
            aria-describedby={isReady ? undefined : id}
            leftSection={
              form.isScheduled ? (
                <IconCalendarTime aria-hidden size={20} />
              ) : (
                <IconSend aria-hidden size={20} />
              )
            }
            onClick={() => isReady && send()}
          >
            {verb(form)}
          </Button>
        </Tooltip>
        <div id={id} role="status">
          {!isReady && (
            <>
              <Text size="sm" fw={550}>
                Before it can go out:
              </Text>
              <List size="sm" spacing={2}>
                {missing.map((sentence) => (
                  <List.Item key={sentence}>{sentence}</List.Item>
                ))}
              </List>
            </>
          )}
        </div>
        <Text size="sm" c="dimmed">
          {form.mode === 'direct'
            ? 'After posting it may take a few minutes until TikTok has processed it and it can be seen on the profile.'
            : 'Nothing goes to TikTok before you press the button. It may take a few minutes until the notification is there.'}
        </Text>
        <FailureAlert error={refusal} onRetry={send} compact />
      </Stack>
    </Card>
  );
}

function Consent({ form }: { form: PostForm }) {
  return (
    <Text size="sm">
      By posting, you agree to TikTok's{' '}
      {policies(form).map((policy, place) => (
        <Fragment key={policy.name}>
          {place > 0 && ' and '}
          <Anchor href={policy.address} target="_blank" rel="noreferrer" inherit underline="always">
            {policy.name}
          </Anchor>
        </Fragment>
      ))}
      .
    </Text>
  );
}

function verb(form: PostForm): string {
  if (form.isScheduled) {
    return form.mode === 'direct' ? 'Schedule the post' : 'Schedule the draft';
  }

  return form.mode === 'direct' ? 'Post to TikTok' : 'Send the draft';
}
