import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { KeyAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { showDone } from '@/ui/notices';
import { KeyDefaultFields, readDefaults, writeDefaults } from './KeyDefaults';
import { useChangeKey } from './keysApi';

interface Props {
  apiKey: KeyAnswer;
  opened: boolean;
  onClose: () => void;
}

/** Changes what a key says where a request says nothing. */
export function KeyDefaultsModal({ apiKey: key, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={650}>Defaults of “{key.name}”</Text>}>
      <Form apiKey={key} onClose={onClose} />
    </Modal>
  );
}

function Form({ apiKey: key, onClose }: Omit<Props, 'opened'>) {
  const change = useChangeKey(key.id);
  const form = useForm({ initialValues: readDefaults(key) });
  return (
    <form
      onSubmit={form.onSubmit((defaults) =>
        change.mutate(writeDefaults(defaults), {
          onSuccess: () => {
            showDone('The defaults are kept.');
            onClose();
          },
        }),
      )}
    >
      <Stack>
        <FailureAlert error={change.error} compact />
        <KeyDefaultFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" loading={change.isPending}>
            Keep
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
