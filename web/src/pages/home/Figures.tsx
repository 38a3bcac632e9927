import { SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { archiveQuery, postsQuery } from '@/api/queries';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatBytes, formatCount } from '@/ui/format';
import classes from './Figures.module.css';

/** How much is kept and how much is on its way, as four numbers. */
export function Figures() {
  const archive = useQuery(archiveQuery);
  const scheduled = useQuery(postsQuery(['scheduled'], 1));
  if (archive.isError) {
    return (
      <FailureAlert
        error={archive.error}
        title="The figures could not be loaded"
        onRetry={() => void archive.refetch()}
      />
    );
  }

  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="md" className={classes.figures}>
      <Figure name="Clips kept">{archive.data && formatCount(archive.data.clips)}</Figure>
      <Figure name="Students">{archive.data && formatCount(archive.data.students)}</Figure>
      <Figure name="Storage used">{archive.data && formatBytes(archive.data.size_bytes)}</Figure>
      <Figure name="Scheduled">{scheduled.data && formatCount(scheduled.data.total)}</Figure>
    </SimpleGrid>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <dd className={classes.value}>{children ?? <Skeleton component="span" height={26} width={56} />}</dd>
    </div>
  );
}
