import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Failure } from '@/api/failure';
import { formatSpan } from './format';

interface Props {
  /** What was thrown; nothing is shown without. */
  error: unknown;
  /** What was tried, as a heading: "The clips could not be loaded". */
  title?: string;
  /** Tries again; waits as long as the server asked. */
  onRetry?: () => void;
  compact?: boolean;
}

/** What went wrong, what helps, and another try. Every failure of a call is shown with this. */
export function FailureAlert({ error, title, onRetry, compact = false }: Props) {
  const failure = error == null ? null : Failure.from(error);
  const left = useSecondsLeft(failure);
  if (failure === null) {
    return null;
  }

  return (
    <Alert
      color="clay"
      role="alert"
      icon={<IconAlertTriangle aria-hidden size={20} />}
      title={title ?? failure.message}
      p={compact ? 'sm' : 'md'}
    >
      {title !== undefined && <Text size="sm">{failure.message}</Text>}
      {failure.remedies.length === 1 && <Text size="sm">{failure.remedies[0]}</Text>}
      {failure.remedies.length > 1 && (
        <List size="sm" mt={4} spacing={2}>
          {failure.remedies.map((remedy) => (
            <List.Item key={remedy}>{remedy}</List.Item>
          ))}
        </List>
      )}
      {onRetry !== undefined && (
        <Group mt="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh aria-hidden size={16} />}
            disabled={left > 0}
            onClick={onRetry}
          >
            {left > 0 ? `Try again in ${formatSpan(left * 1000)}` : 'Try again'}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

function useSecondsLeft(failure: Failure | null): number {
  const [left, setLeft] = useState(0);
  const wait = failure?.retryAfter ?? 0;
  useEffect(() => {
    setLeft(wait);
    if (wait === 0) {
      return;
    }

    const until = Date.now() + wait * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) {
        clearInterval(timer);
      }
    }, 250);
    return () => clearInterval(timer);
  }, [wait]);
  return left;
}
