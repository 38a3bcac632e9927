import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { accountsQuery } from '@/api/queries';
import type { InstanceAnswer, TaskState } from '@/api/schema';
import { useConfirm } from '@/ui/ConfirmProvider';
import { FailureAlert } from '@/ui/FailureAlert';
import { plural } from '@/ui/format';
import { MoreButton } from '@/ui/MoreButton';
import { showDone, showFailure } from '@/ui/notices';
import { PageHeader } from '@/ui/PageHeader';
import { PageLink } from '@/ui/PageLink';
import { Row, Rows } from '@/ui/Rows';
import { Section } from '@/ui/Section';
import { ListSkeleton, PageSkeleton } from '@/ui/Skeletons';
import { PostStateBadge } from '@/ui/StateBadge';
import { RelativeTime } from '@/ui/Times';
import { accountNames } from './accountNames';
import { HowAgentsWrite } from './HowAgentsWrite';
import { InstanceModal } from './InstanceModal';
import { TaskStateBadge, taskStates } from './TaskBadges';
import { instanceQuery, useDeleteInstance, useTasks } from './tasksApi';

/** An instance and its tasks. */
export function Component() {
  const { instanceId = '' } = useParams();
  const instance = useQuery(instanceQuery(instanceId));
  return (
    <>
      {instance.isPending && <PageSkeleton />}
      {instance.isError && (
        <>
          <PageHeader title="Instance">
            <PageLink to="/tasks">Tasks</PageLink>
          </PageHeader>
          <FailureAlert error={instance.error} onRetry={() => void instance.refetch()} />
        </>
      )}
      {instance.isSuccess && <Instance instance={instance.data} />}
    </>
  );
}

function Instance({ instance }: { instance: InstanceAnswer }) {
  const accounts = useQuery(accountsQuery);
  const [isChanging, setChanging] = useState(false);
  const remove = useDeleteInstance(instance.instance_id);
  const confirm = useConfirm();
  const navigate = useNavigate();
  const askToDelete = async () => {
    const yes = await confirm({
      title: `Delete “${instance.name}”?`,
      text: 'Its tasks go with it, with their plans, logs and output. Posts that have ended stay; while one is under way nothing is deleted. This cannot be undone.',
      confirm: 'Delete',
      dangerous: true,
    });
    if (yes) {
      remove.mutate(undefined, {
        onError: showFailure,
        onSuccess: () => {
          showDone(`“${instance.name}” is deleted.`);
          void navigate('/tasks');
        },
      });
    }
  };
  return (
    <>
      <PageHeader
        title={instance.name}
        actions={
          <>
            <Button variant="default" onClick={() => setChanging(true)}>
              Change
            </Button>
            <Button variant="default" loading={remove.isPending} onClick={() => void askToDelete()}>
              Delete
            </Button>
          </>
        }
      >
        {instance.description !== null && (
          <Text span inherit display="block">
            {instance.description}
          </Text>
        )}
        <PageLink to="/tasks" inText>
          Tasks
        </PageLink>{' '}
        / to {accountNames(instance.account_ids, accounts.data?.accounts ?? [])}
      </PageHeader>
      <Tasks instance={instance} />
      <InstanceModal opened={isChanging} onClose={() => setChanging(false)} instance={instance} />
    </>
  );
}

function Tasks({ instance }: { instance: InstanceAnswer }) {
  const [state, setState] = useState<TaskState | ''>('');
  const { query, rows, total } = useTasks(instance.instance_id, state);
  const isEmpty = query.isSuccess && rows.length === 0;
  return (
    <Section
      title="Tasks"
      aside={
        <NativeSelect
          size="xs"
          aria-label="Which tasks"
          value={state}
          onChange={(event) => setState(event.currentTarget.value as TaskState | '')}
          data={[{ value: '', label: 'All' }, ...taskStates]}
        />
      }
    >
      <FailureAlert error={query.error} onRetry={() => void query.refetch()} compact />
      {query.isPending && <ListSkeleton rows={4} height={48} />}
      {isEmpty && state === '' && <HowAgentsWrite instanceId={instance.instance_id} />}
      {isEmpty && state !== '' && (
        <Text size="sm" c="dimmed">
          No task is in this state. Choose All to see the others.
        </Text>
      )}
      {rows.length > 0 && (
        <Stack gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {plural(total, 'task')}
          </Text>
          <Rows label="Tasks">
            {rows.map((task) => (
              <Row
                key={task.task_id}
                title={<PageLink to={`/tasks/${task.task_id}`}>{task.title}</PageLink>}
                aside={
                  <>
                    <TaskStateBadge state={task.state} />
                    {task.tiktok_post_state != null && <PostStateBadge state={task.tiktok_post_state} />}
                  </>
                }
              >
                {task.error != null ? `${task.error} ` : ''}
                Changed <RelativeTime at={task.updated_at} />
              </Row>
            ))}
          </Rows>
        </Stack>
      )}
      <MoreButton query={query} />
    </Section>
  );
}
