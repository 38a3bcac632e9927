import { Avatar, Button, Group, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery } from '@/api/queries';
import type { AccountAnswer, InstanceAnswer, TaskDetailAnswer } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { localZone } from '@/ui/format';
import { showDone } from '@/ui/notices';
import { ListSkeleton } from '@/ui/Skeletons';
import { DirectSettings } from './DirectSettings';
import { bodyOf, faultsOf, longestCaption, type PostChoices } from './postForm';
import { RoomLeft } from './RoomLeft';
import { creatorQuery, usePostTask } from './tasksApi';

interface Props {
  task: TaskDetailAnswer;
  instance: InstanceAnswer;
  onClose: () => void;
}

/** Sends a task's video to one of its instance's accounts, now or later. */
export function PostForm(props: Props) {
  const accounts = useQuery(accountsQuery);
  if (accounts.isPending) {
    return <ListSkeleton rows={4} height={48} />;
  }

  if (accounts.isError) {
    return <FailureAlert error={accounts.error} onRetry={() => void accounts.refetch()} compact />;
  }

  const usable = accounts.data.accounts.filter(
    (account) => props.instance.account_ids.includes(account.account_id) && account.state === 'connected',
  );
  return <Form {...props} usable={usable} />;
}

function Form({ task, onClose, usable }: Props & { usable: readonly AccountAnswer[] }) {
  const post = usePostTask(task.task_id ?? '');
  const only = usable.length === 1 ? usable[0]?.account_id : undefined;
  const form = useForm<PostChoices>({
    initialValues: {
      account: only ?? '',
      mode: 'inbox',
      caption: task.suggested_caption ?? '',
      privacy: '',
      comment: false,
      duet: false,
      stitch: false,
      discloses: false,
      ownBrand: false,
      branded: false,
      time: '',
    },
    validate: (values) => faultsOf(values, new Date()),
  });
  const { values } = form;
  const isDirect = values.mode === 'direct';
  const creator = useQuery(creatorQuery(isDirect ? values.account : ''));
  const chosen = usable.find((account) => account.account_id === values.account);
  const isBlocked = isDirect && !creator.isSuccess;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (choices) =>
          post.mutate(bodyOf(choices), {
            onSuccess: ({ message }) => {
              showDone(message);
              onClose();
            },
          }),
        (faults) => form.getInputNode(Object.keys(faults)[0] ?? '')?.focus(),
      )}
    >
      <Stack>
        <FailureAlert error={post.error} compact />
        {usable.length > 1 && (
          <NativeSelect
            label="Account"
            data={[
              { value: '', label: 'Choose…' },
              ...usable.map((account) => ({
                value: account.account_id,
                label: account.display_name ?? account.username ?? account.account_id,
              })),
            ]}
            {...form.getInputProps('account')}
          />
        )}
        {chosen !== undefined && (
          <Group gap="sm" wrap="nowrap">
            <Avatar
              src={(isDirect ? creator.data?.avatar_path : null) ?? chosen.avatar_path}
              name={chosen.display_name ?? ''}
              alt=""
              aria-hidden
            />
            <Text size="sm">
              To{' '}
              <Text span fw={600} inherit>
                {creator.data?.nickname ?? chosen.display_name ?? chosen.username}
              </Text>
            </Text>
          </Group>
        )}
        <Radio.Group label="How" {...form.getInputProps('mode')}>
          <Stack gap="xs" mt="xs">
            <Radio
              value="inbox"
              label="A draft in the TikTok inbox"
              description="The creator opens it in TikTok, edits and posts it there."
            />
            <Radio
              value="direct"
              label="A direct post"
              description="Goes out as it is, without TikTok's app."
            />
          </Stack>
        </Radio.Group>
        {chosen !== undefined && <RoomLeft accountId={chosen.account_id} mode={values.mode} />}
        <Textarea
          label="Caption"
          description={
            isDirect
              ? `${values.caption.length} of ${longestCaption}`
              : 'TikTok takes no caption for drafts; it is kept here for copying.'
          }
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('caption')}
        />
        {isDirect && <DirectSettings form={form} creator={creator} />}
        <TextInput
          type="datetime-local"
          label="When"
          description={`As soon as possible when empty. Times are in ${localZone}.`}
          {...form.getInputProps('time')}
        />
        <Text size="sm" c="dimmed">
          After sending, it may take a few minutes until TikTok has processed the video and shows it.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button type="submit" loading={post.isPending} disabled={isBlocked}>
            {isDirect ? 'Post it' : 'Send the draft'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
