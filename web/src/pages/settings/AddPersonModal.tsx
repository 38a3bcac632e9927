import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { MadePassword } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { useAddPerson } from './peopleApi';

interface Props {
  opened: boolean;
  onClose: () => void;
  onMade: (made: MadePassword) => void;
}

export function AddPersonModal({ opened, onClose, onMade }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={<Text fw={650}>A new person</Text>}>
      <Form onClose={onClose} onMade={onMade} />
    </Modal>
  );
}

function Form({ onClose, onMade }: Omit<Props, 'opened'>) {
  const add = useAddPerson();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', role: 'member' },
    validate: { name: (name) => (name.trim() === '' ? 'What they sign in as' : null) },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ name, role }) => add.mutate({ name: name.trim(), role }, { onSuccess: onMade }),
        () => form.getInputNode('name')?.focus(),
      )}
    >
      <Stack>
        <FailureAlert error={add.error} compact />
        <TextInput
          label="Name"
          description="What they sign in as. A password is made and shown once."
          autoComplete="off"
          autoCapitalize="none"
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <Radio.Group label="May" key={form.key('role')} {...form.getInputProps('role')}>
          <Stack gap="xs" mt="xs">
            <Radio
              value="member"
              label="Member"
              description="Has an archive, accounts and keys of their own."
            />
            <Radio
              value="administrator"
              label="Administrator"
              description="May also add people and see how the server does."
            />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add the person
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
