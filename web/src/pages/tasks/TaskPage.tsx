import { Alert, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { TaskDetailAnswer } from '@/api/schema';
import { useServerEvents } from '@/events/EventsProvider';
import { FailureAlert } from '@/ui/FailureAlert';
import { PageHeader } from '@/ui/PageHeader';
import { PageLink } from '@/ui/PageLink';
import { PageSkeleton } from '@/ui/Skeletons';
import { RelativeTime } from '@/ui/Times';
import { Log } from './Log';
import { Output } from './Output';
import { Plan } from './Plan';
import { PostPanel } from './PostPanel';
import { TaskStateBadge } from './TaskBadges';
import { instanceQuery, taskQuery } from './tasksApi';

/** One task: its plan, its log, what came of it, its post. */
export function Component() {
  const { taskId = '' } = useParams();
  const queries = useQueryClient();
  const task = useQuery(taskQuery(taskId));
  const postId = task.data?.tiktok_post_data?.post_id;
  useServerEvents('post.', ({ data }) => {
    if (isOfPost(data, postId)) {
      void queries.invalidateQueries({ queryKey: taskQuery(taskId).queryKey });
    }
  });
  return (
    <>
      {task.isPending && <PageSkeleton />}
      {task.isError && (
        <>
          <PageHeader title="Task">
            <PageLink to="/tasks">Tasks</PageLink>
          </PageHeader>
          <FailureAlert error={task.error} onRetry={() => void task.refetch()} />
        </>
      )}
      {task.isSuccess && <Task task={task.data} />}
    </>
  );
}

function isOfPost(data: unknown, postId: string | undefined): boolean {
  return typeof data === 'object' && data !== null && 'post_id' in data && data.post_id === postId;
}

function Task({ task }: { task: TaskDetailAnswer }) {
  const instance = useQuery(instanceQuery(task.instance_id ?? ''));
  return (
    <>
      <PageHeader title={task.title ?? 'Task'}>
        <Group component="span" gap="xs">
          <PageLink to={`/tasks/instances/${task.instance_id}`}>
            {instance.data?.name ?? 'Its instance'}
          </PageLink>
          {task.state !== undefined && <TaskStateBadge state={task.state} />}
          {task.updated_at !== undefined && (
            <span>
              Changed <RelativeTime at={task.updated_at} />
            </span>
          )}
        </Group>
      </PageHeader>
      <Stack gap="lg">
        {task.error != null && (
          <Alert color="clay" title="The agent gave it up">
            {task.error}
          </Alert>
        )}
        {task.description != null && (
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} maw={720}>
            {task.description}
          </Text>
        )}
        <Grid gutter="lg">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Stack gap="lg">
              <Plan steps={task.planning_steps ?? []} />
              <Log lines={task.execution_logs ?? []} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <Stack gap="lg">
              <PostPanel task={task} instance={instance.data} />
              <Output task={task} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </>
  );
}
