import { Alert, Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { MadeKeyAnswer } from '@/api/schema';
import { useMe } from '@/api/session';
import { FailureAlert } from '@/ui/FailureAlert';
import { KeyDefaultFields, readDefaults, writeDefaults } from './KeyDefaults';
import { useMakeKey } from './keysApi';
import { describeScopes } from './scopes';

interface Props {
  opened: boolean;
  onClose: () => void;
  onMade: (made: MadeKeyAnswer) => void;
}

const day = 24 * 60 * 60 * 1000;

/** Makes a key: what it is called, what it may do, how long. */
export function MakeKeyModal({ opened, onClose, onMade }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={<Text fw={650}>A new API key</Text>}>
      <Form onClose={onClose} onMade={onMade} />
    </Modal>
  );
}

function Form({ onClose, onMade }: Omit<Props, 'opened'>) {
  const me = useMe();
  const make = useMakeKey();
  const form = useForm({
    initialValues: { name: '', scopes: ['read'], days: '', inQuery: false, ...readDefaults() },
    validate: {
      name: (name) => (name.trim() === '' ? 'What to call it, such as the program that uses it' : null),
      scopes: (scopes) => (scopes.length === 0 ? 'At least one' : null),
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ name, scopes, days, inQuery, ...defaults }) =>
          make.mutate(
            {
              name: name.trim(),
              scopes,
              allow_in_query: inQuery,
              expires_at: days === '' ? null : new Date(Date.now() + Number(days) * day).toISOString(),
              ...writeDefaults(defaults),
            },
            { onSuccess: onMade },
          ),
        (faults) => form.getInputNode(Object.keys(faults)[0] ?? '')?.focus(),
      )}
    >
      <Stack>
        <FailureAlert error={make.error} compact />
        <TextInput label="Name" maxLength={100} data-autofocus {...form.getInputProps('name')} />
        <Checkbox.Group
          label="What it may do"
          description="As little as its program needs."
          {...form.getInputProps('scopes')}
        >
          <Stack gap="sm" mt="sm">
            {describeScopes(me.data?.scopes ?? []).map(({ scope, label, description }) => (
              <Checkbox key={scope} value={scope} label={label} description={description} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          label="Ends"
          data={[
            { value: '', label: 'Never, until it is revoked' },
            { value: '30', label: 'In 30 days' },
            { value: '90', label: 'In 90 days' },
            { value: '365', label: 'In a year' },
          ]}
          {...form.getInputProps('days')}
        />
        <KeyDefaultFields form={form} />
        <Checkbox
          label="Accept it in addresses, as ?api_key="
          description="Only for callers that cannot send headers. Works on three routes and for drafts only."
          {...form.getInputProps('inQuery', { type: 'checkbox' })}
        />
        {form.values.inQuery && (
          <Alert color="amber" icon={<IconAlertTriangle aria-hidden size={20} />} title="Addresses are seen">
            Addresses end up in histories, in logs of proxies and in screenshots, and the key with them.
            Clipyard itself leaves it out of its logs; others do not. Send it as a header if the caller can.
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" loading={make.isPending}>
            Make the key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
