import { Button, Card, Text } from '@mantine/core';
import { IconListCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountsQuery } from '@/api/queries';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { MoreButton } from '@/ui/MoreButton';
import { PageHeader } from '@/ui/PageHeader';
import { PageLink } from '@/ui/PageLink';
import { Row, Rows } from '@/ui/Rows';
import { ListSkeleton } from '@/ui/Skeletons';
import { RelativeTime } from '@/ui/Times';
import { accountNames } from './accountNames';
import { InstanceModal } from './InstanceModal';
import { useInstances } from './tasksApi';

/** The instances that agents work for. */
export function Component() {
  const { query, rows } = useInstances();
  const accounts = useQuery(accountsQuery);
  const [isMaking, setMaking] = useState(false);
  const known = accounts.data?.accounts ?? [];
  const make = (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => setMaking(true)}>
      Add an instance
    </Button>
  );
  return (
    <>
      <PageHeader title="Tasks" actions={rows.length > 0 && make}>
        What agents make, and the accounts that it may go to.
      </PageHeader>
      <Card>
        <FailureAlert
          error={query.error}
          title="The instances could not be loaded"
          onRetry={() => void query.refetch()}
        />
        {query.isPending && <ListSkeleton rows={3} height={56} />}
        {query.isSuccess && rows.length === 0 && (
          <EmptyState icon={IconListCheck} title="No instance yet" action={make}>
            An instance is one agent, or one kind of work: it names the TikTok accounts that its tasks' videos
            may go to. Agents then write tasks, plans and logs into it with an API key.
          </EmptyState>
        )}
        {rows.length > 0 && (
          <Rows label="Instances">
            {rows.map((instance) => (
              <Row
                key={instance.instance_id}
                title={<PageLink to={`/tasks/instances/${instance.instance_id}`}>{instance.name}</PageLink>}
              >
                {instance.description !== null && (
                  <Text size="sm" lineClamp={2}>
                    {instance.description}
                  </Text>
                )}
                To {accountNames(instance.account_ids, known)}, changed{' '}
                <RelativeTime at={instance.updated_at} />
              </Row>
            ))}
          </Rows>
        )}
        <MoreButton query={query} />
      </Card>
      <InstanceModal opened={isMaking} onClose={() => setMaking(false)} />
    </>
  );
}
