import { ActionIcon, Badge, Button, Group, NativeSelect, Spoiler, Text, Tooltip } from '@mantine/core';
import { IconInbox, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeliveryAnswer, DeliveryState } from '@/api/schema';
import { CodeBlock } from '@/ui/CodeBlock';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { plural } from '@/ui/format';
import { MoreButton } from '@/ui/MoreButton';
import { showFailure } from '@/ui/notices';
import { Row, Rows } from '@/ui/Rows';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { RelativeTime } from '@/ui/Times';
import { useDeliveries, useReplay } from './webhooksApi';

const looks: Record<DeliveryState, readonly [word: string, color: string]> = {
  pending: ['On its way', 'sky'],
  delivered: ['Received', 'pine'],
  failed: ['Given up', 'clay'],
};

/** What a webhook was sent, and what became of it. */
export function Deliveries({ id }: { id: string }) {
  const [state, setState] = useState<DeliveryState | ''>('');
  const { query, rows } = useDeliveries(id, state);
  return (
    <Section
      title="Deliveries"
      aside={
        <Group gap="xs" wrap="nowrap">
          <NativeSelect
            size="xs"
            aria-label="Which deliveries"
            value={state}
            onChange={(event) => setState(event.currentTarget.value as DeliveryState | '')}
            data={[
              { value: '', label: 'All' },
              { value: 'pending', label: 'On their way' },
              { value: 'delivered', label: 'Received' },
              { value: 'failed', label: 'Given up' },
            ]}
          />
          <Tooltip label="Refresh">
            <ActionIcon
              variant="default"
              size={30}
              aria-label="Refresh"
              loading={query.isRefetching}
              onClick={() => void query.refetch()}
            >
              <IconRefresh aria-hidden size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      }
    >
      <FailureAlert error={query.error} onRetry={() => void query.refetch()} compact />
      {query.isPending && <ListSkeleton rows={3} height={52} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyState compact icon={IconInbox} title={state === '' ? 'Nothing sent yet' : 'None of these'}>
          {state === ''
            ? 'Send a test to see whether the receiver takes it; everything that is sent appears here for 30 days.'
            : 'Choose All to see the others.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Rows label="Deliveries">
          {rows.map((delivery) => (
            <Delivery key={delivery.id} id={id} delivery={delivery} />
          ))}
        </Rows>
      )}
      <MoreButton query={query} />
    </Section>
  );
}

function Delivery({ id, delivery }: { id: string; delivery: DeliveryAnswer }) {
  const replay = useReplay(id);
  const [word, color] = looks[delivery.state];
  return (
    <Row
      title={delivery.type}
      aside={
        <>
          <Badge color={color}>{word}</Badge>
          {delivery.state !== 'pending' && (
            <Button
              variant="default"
              size="xs"
              loading={replay.isPending}
              aria-label={`Send again: ${delivery.type}`}
              onClick={() => replay.mutate(delivery.id, { onError: showFailure })}
            >
              Send again
            </Button>
          )}
        </>
      }
    >
      <RelativeTime at={delivery.created_at} />, {plural(delivery.attempts, 'try', 'tries')}
      {delivery.last_status != null && `, answered ${delivery.last_status}`}
      {delivery.duration_ms != null && ` in ${delivery.duration_ms} ms`}
      {delivery.state === 'pending' && delivery.next_attempt_at != null && delivery.attempts > 0 && (
        <>
          , again <RelativeTime at={delivery.next_attempt_at} />
        </>
      )}
      {delivery.last_error != null && <Text size="sm">{delivery.last_error}</Text>}
      {delivery.response != null && delivery.response !== '' && (
        <Spoiler maxHeight={60} showLabel="Show the whole answer" hideLabel="Show less" mt={4}>
          <CodeBlock>{delivery.response}</CodeBlock>
        </Spoiler>
      )}
    </Row>
  );
}
