import { Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { ClipTile, ClipTiles } from '@/ui/ClipTiles';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatCount } from '@/ui/format';
import { MoreButton } from '@/ui/MoreButton';
import { NothingKept } from '@/ui/NothingKept';
import { CardsSkeleton } from '@/ui/Skeletons';
import { RelativeTime } from '@/ui/Times';
import { type Filters, isFiltered, writeFilters } from './filters';
import { useClips } from './useClips';

/** The clips as a grid that grows while it is scrolled; `empty` is shown where there are none. */
export function ClipGrid({ filters, empty }: { filters: Filters; empty?: ReactNode }) {
  const { query, rows, total } = useClips(filters);
  const isExact = query.data?.pages.at(-1)?.total_is_exact ?? true;
  const { hasNextPage, isFetchNextPageError, fetchNextPage } = query;

  const search = writeFilters(filters).toString();
  return (
    <section aria-label="Clips">
      <Text size="sm" c="dimmed" mb="sm" role="status" mih="1.3rem">
        {query.isSuccess && (rows.length > 0 || !hasNextPage) && countOf(total, isExact)}
        {query.isSuccess && rows.length === 0 && hasNextPage && 'Searching'}
      </Text>
      {query.isPending && <CardsSkeleton cards={8} height={280} />}
      <FailureAlert
        error={query.error}
        title="The clips could not be loaded"
        onRetry={() => void (isFetchNextPageError ? fetchNextPage() : query.refetch())}
      />
      {query.isSuccess &&
        rows.length === 0 &&
        !hasNextPage &&
        (empty ?? <Nothing isFiltered={isFiltered(filters)} />)}
      <ClipTiles>
        {rows.map((clip) => (
          <ClipTile key={clip.video_id} clip={clip} search={search}>
            <Text size="xs" c="dimmed">
              kept <RelativeTime at={clip.stored_at} />
            </Text>
          </ClipTile>
        ))}
      </ClipTiles>
      {hasNextPage && !isFetchNextPageError && <End key={query.data?.pages.length} query={query} />}
    </section>
  );
}

/**
 * Brings the next page when it comes near. A new one with each page: whether it is near is seen once the page is laid
 * out, and it may still be, since a page of a search may hold few clips, even none.
 */
function End({ query }: { query: ReturnType<typeof useClips>['query'] }) {
  const { ref, entry } = useIntersection({ rootMargin: '600px' });
  const isNear = entry?.isIntersecting === true;
  const { fetchNextPage } = query;
  useEffect(() => {
    if (isNear) {
      void fetchNextPage();
    }
  }, [isNear, fetchNextPage]);

  return (
    <div ref={ref}>
      <MoreButton query={query}>More clips</MoreButton>
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState icon={IconSearch} title="No clip fits">
      Search for less, or show everything again.
    </EmptyState>
  ) : (
    <NothingKept />
  );
}

function countOf(total: number, isExact: boolean): string {
  const count = `${formatCount(total)} ${total === 1 ? 'clip' : 'clips'}`;
  return isExact ? count : `At least ${count}`;
}
