import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { WebhookAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { EventChoice } from './EventChoice';

export interface WebhookValues {
  url: string;
  description: string;
  events: string[];
}

interface Props {
  webhook?: WebhookAnswer;
  submit: string;
  error: unknown;
  isPending: boolean;
  onSubmit: (values: WebhookValues) => void;
  onClose: () => void;
}

/** Where a webhook calls, and of what. */
export function WebhookForm({ webhook, submit, error, isPending, onSubmit, onClose }: Props) {
  const form = useForm<WebhookValues>({
    initialValues: {
      url: webhook?.url ?? '',
      description: webhook?.description ?? '',
      events: webhook?.events ?? [],
    },
    validate: {
      url: (url) => (URL.canParse(url.trim()) ? null : 'A whole address, such as https://example.com/hooks'),
      events: (events) => (events.length === 0 ? 'At least one' : null),
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ url, description, events }) =>
          onSubmit({ url: url.trim(), description: description.trim(), events }),
        (faults) => form.getInputNode(Object.keys(faults)[0] ?? '')?.focus(),
      )}
    >
      <Stack>
        <FailureAlert error={error} compact />
        <TextInput
          label="Address"
          description="Called with POST. It has to begin with https, unless whoever runs this server trusts it by name."
          type="url"
          inputMode="url"
          autoComplete="off"
          maxLength={2048}
          data-autofocus
          {...form.getInputProps('url')}
        />
        <TextInput
          label="What to call it"
          description="May be left out."
          maxLength={200}
          {...form.getInputProps('description')}
        />
        <EventChoice
          value={form.values.events}
          onChange={(events) => form.setFieldValue('events', events)}
          error={form.errors.events}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
