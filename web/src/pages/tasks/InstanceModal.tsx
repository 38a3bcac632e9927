import { Button, Checkbox, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { accountsQuery } from '@/api/queries';
import type { InstanceAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { PageLink } from '@/ui/PageLink';
import { ListSkeleton } from '@/ui/Skeletons';
import { useChangeInstance, useMakeInstance } from './tasksApi';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** What is changed; a new one is made without. */
  instance?: InstanceAnswer;
}

/** Makes an instance or changes one. */
export function InstanceModal({ opened, onClose, instance }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{instance === undefined ? 'A new instance' : 'Change the instance'}</Text>}
    >
      <Form onClose={onClose} {...(instance === undefined ? {} : { instance })} />
    </Modal>
  );
}

const said = (text: string) => (text.trim() === '' ? null : text.trim());

function Form({ onClose, instance }: Omit<Props, 'opened'>) {
  const navigate = useNavigate();
  const accounts = useQuery(accountsQuery);
  const make = useMakeInstance();
  const change = useChangeInstance(instance?.instance_id ?? '');
  const list = accounts.data?.accounts ?? [];
  const form = useForm({
    initialValues: {
      name: instance?.name ?? '',
      description: instance?.description ?? '',
      accounts: instance?.account_ids ?? [],
      video: instance?.video_path ?? '',
      caption: instance?.caption_path ?? '',
    },
    validate: {
      name: (name) => (name.trim() === '' ? 'What to call it' : null),
      accounts: (ids) => (ids.length === 0 ? 'At least one' : null),
    },
  });
  const submit = (values: typeof form.values) => {
    const body = {
      name: values.name.trim(),
      description: said(values.description),
      account_ids: values.accounts,
      video_path: said(values.video),
      caption_path: said(values.caption),
    };
    if (instance === undefined) {
      make.mutate(body, { onSuccess: (made) => void navigate(`/tasks/instances/${made.instance_id}`) });
    } else {
      change.mutate({ ...body, revision: instance.revision }, { onSuccess: onClose });
    }
  };
  const gone = form.values.accounts.filter((id) => !list.some((account) => account.account_id === id));
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(submit, (faults) => form.getInputNode(Object.keys(faults)[0] ?? '')?.focus())}
    >
      <Stack>
        <FailureAlert error={make.error ?? change.error} compact />
        <TextInput label="Name" maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <Textarea
          label="Description"
          autosize
          minRows={2}
          maxLength={10_000}
          {...form.getInputProps('description')}
        />
        {accounts.isPending && <ListSkeleton rows={2} height={28} />}
        {accounts.isError && <FailureAlert error={accounts.error} compact />}
        {accounts.isSuccess && list.length === 0 && (
          <Text size="sm">
            An instance needs an account. None is connected yet:{' '}
            <PageLink to="/accounts" inText>
              connect one
            </PageLink>
            .
          </Text>
        )}
        {accounts.isSuccess && list.length + gone.length > 0 && (
          <Checkbox.Group
            label="Accounts"
            description="Where the videos of its tasks may go."
            {...form.getInputProps('accounts')}
          >
            <Stack gap="xs" mt="sm">
              {list.map((account) => (
                <Checkbox
                  key={account.account_id}
                  value={account.account_id}
                  label={account.display_name ?? account.username ?? account.account_id}
                />
              ))}
              {gone.map((id) => (
                <Checkbox key={id} value={id} label="One that is not connected any more" description={id} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <TextInput
          label="Where the output has the video's address"
          description="A path such as result.videos[0].url. Empty: the usual places, such as video_url."
          {...form.getInputProps('video')}
        />
        <TextInput
          label="Where the output has the caption"
          description="Empty: the usual places, such as suggested_caption."
          {...form.getInputProps('caption')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" loading={make.isPending || change.isPending}>
            {instance === undefined ? 'Add the instance' : 'Keep'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
