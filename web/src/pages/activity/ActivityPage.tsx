import { Badge, Button, Card, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconActivity, IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { answer, api } from '@/api/client';
import { postsQuery } from '@/api/queries';
import { usePaged } from '@/api/usePaged';
import { hasPage } from '@/app/registry';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatCount, plural } from '@/ui/format';
import { MoreButton } from '@/ui/MoreButton';
import { PageHeader } from '@/ui/PageHeader';
import { ListSkeleton } from '@/ui/Skeletons';
import classes from './Activity.module.css';
import { FilterBar } from './FilterBar';
import { type Filters, queryOf, readFilters, type Tab, tabs, writeFilters } from './filters';
import { PausedBanner } from './PausedBanner';
import { PostRow } from './PostRow';

const pageRows = 30;
const names = Object.keys(tabs) as Tab[];

/** Every post, as it stands. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(address);
  const change = (to: Filters) => setAddress(writeFilters(to), { replace: true });
  const waiting = useQuery(postsQuery(tabs.needs.states, 1));
  return (
    <>
      <PageHeader title="Activity">Every post, and what becomes of it.</PageHeader>
      <Stack gap="lg">
        <PausedBanner />
        <FilterBar filters={filters} onChange={change} />
        <Tabs value={filters.tab} onChange={(tab) => change({ ...filters, tab: (tab ?? 'all') as Tab })}>
          <Tabs.List className={classes.tabs} aria-label="Which posts">
            {names.map((name) => (
              <Tabs.Tab
                key={name}
                value={name}
                rightSection={
                  name === 'needs' &&
                  waiting.data !== undefined &&
                  waiting.data.total > 0 && (
                    <Badge color="amber" size="sm">
                      {formatCount(waiting.data.total)}
                    </Badge>
                  )
                }
              >
                {tabs[name].label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={filters.tab} pt="md">
            <Posts filters={filters} onClear={() => change(readFilters(new URLSearchParams()))} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </>
  );
}

function Posts({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  const wanted = queryOf(filters);
  const { query, rows, total } = usePaged({
    queryKey: ['posts', 'list', wanted],
    load: (cursor, signal) =>
      answer(api.GET('/api/posts', { signal, params: { query: { ...wanted, limit: pageRows, cursor } } })),
    rows: (page) => page.posts,
  });
  if (query.isPending) {
    return (
      <Card>
        <ListSkeleton rows={5} height={56} />
      </Card>
    );
  }

  return (
    <Stack>
      <FailureAlert
        error={query.error}
        title="The posts could not be loaded"
        onRetry={() => void query.refetch()}
      />
      {query.data !== undefined && rows.length === 0 && <Nothing filters={filters} onClear={onClear} />}
      {rows.length > 0 && (
        <Card>
          <ul className={classes.rows} aria-label="Posts">
            {rows.map((post) => (
              <PostRow key={post.post_id} post={post} />
            ))}
          </ul>
        </Card>
      )}
      {rows.length > 0 && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {rows.length < total
              ? `${formatCount(rows.length)} of ${plural(total, 'post')}`
              : plural(total, 'post')}
          </Text>
          <MoreButton inline query={query} />
        </Group>
      )}
    </Stack>
  );
}

function Nothing({ filters, onClear }: { filters: Filters; onClear: () => void }) {
  const isAll = writeFilters(filters).size === 0;
  return (
    <Card>
      {isAll ? (
        <EmptyState
          icon={IconActivity}
          title="Nothing posted yet"
          action={
            hasPage('/publish') && (
              <Button component={Link} to="/publish" mt="xs">
                Make the first post
              </Button>
            )
          }
        >
          Posts made here, by a program or by a workflow appear in this list, and stay with everything that
          happened to them.
        </EmptyState>
      ) : (
        <EmptyState
          icon={IconFilterOff}
          title="No such posts"
          action={
            <Button variant="default" onClick={onClear} mt="xs">
              Show all posts
            </Button>
          }
        >
          {filters.tab === 'needs'
            ? 'Nothing waits for you here.'
            : 'There are none that fit this tab and these filters.'}
        </EmptyState>
      )}
    </Card>
  );
}
