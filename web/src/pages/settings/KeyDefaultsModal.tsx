import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { KeyAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { showDone } from '@/ui/notices';
import { AccountChoice } from './AccountChoice';
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
  const form = useForm({
    initialValues: { account: key.default_account_id ?? '', caption: key.default_caption ?? '' },
  });
  return (
    <form
      onSubmit={form.onSubmit(({ account, caption }) =>
        change.mutate(
          {
            default_account_id: account === '' ? null : account,
            default_caption: caption.trim() === '' ? null : caption,
          },
          {
            onSuccess: () => {
              showDone('The defaults are kept.');
              onClose();
            },
          },
        ),
      )}
    >
      <Stack>
        <FailureAlert error={change.error} compact />
        <AccountChoice
          value={form.values.account}
          onChange={(value) => form.setFieldValue('account', value)}
        />
        <Textarea
          label="Default caption"
          description="For posts without any text."
          autosize
          minRows={2}
          {...form.getInputProps('caption')}
        />
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
