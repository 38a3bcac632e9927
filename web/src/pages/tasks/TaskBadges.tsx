import { Badge } from '@mantine/core';
import type { LogStatus, StepState, TaskState } from '@/api/schema';

type Look = readonly [word: string, color: string];

const tasks: Record<TaskState, Look> = {
  submitted: ['Submitted', 'gray'],
  planning: ['Planning', 'sky'],
  in_progress: ['In progress', 'sky'],
  completed: ['Completed', 'pine'],
  failed: ['Failed', 'clay'],
  cancelled: ['Cancelled', 'gray'],
};

const steps: Record<StepState, Look> = {
  pending: ['To do', 'gray'],
  in_progress: ['In progress', 'sky'],
  completed: ['Done', 'pine'],
  failed: ['Failed', 'clay'],
};

const lines: Record<LogStatus, Look> = {
  info: ['Info', 'gray'],
  success: ['Success', 'pine'],
  warning: ['Warning', 'amber'],
  error: ['Error', 'clay'],
};

/** The states of a task with their words, for choosing among them. */
export const taskStates = Object.entries(tasks).map(([value, [label]]) => ({ value, label }));

/** The kinds of line of a log with their words. */
export const logStatuses = Object.entries(lines).map(([value, [label]]) => ({ value, label }));

export function TaskStateBadge({ state }: { state: TaskState }) {
  return <Look look={tasks[state]} />;
}

export function StepStateBadge({ state }: { state: StepState }) {
  return <Look look={steps[state]} />;
}

export function LogStatusBadge({ status }: { status: LogStatus }) {
  return <Look look={lines[status]} />;
}

function Look({ look: [word, color] }: { look: Look }) {
  return (
    <Badge color={color} miw="max-content">
      {word}
    </Badge>
  );
}
