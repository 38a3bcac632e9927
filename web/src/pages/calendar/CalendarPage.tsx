import {
  ActionIcon,
  Alert,
  Button,
  Card,
  Group,
  SegmentedControl,
  Skeleton,
  Stack,
  Title,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PostAnswer } from '@/api/schema';
import { useMe } from '@/api/session';
import { hasPage } from '@/app/registry';
import { PausedBanner } from '@/pages/activity/PausedBanner';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { localZone, plural } from '@/ui/format';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import { Agenda } from './Agenda';
import classes from './Calendar.module.css';
import { dayKey, dayOf, rangeOf, step, titleOf, type View, views } from './dates';
import { type Conflict, conflictsOf, isMovable, whenOf } from './plan';
import { useMove, usePlan } from './usePlan';

// The grid is the largest thing of all pages, and phones have no use for it.
const Grid = lazy(() => import('./Grid').then(({ Grid: shown }) => ({ default: shown })));

/** What went out and what will, by its time. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  const isPhone = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false });
  const me = useMe();
  const today = dayOf(dayKey(new Date())) ?? new Date();
  const chosen = views.find((one) => one === address.get('view')) ?? 'month';
  const view: View = isPhone ? 'month' : chosen;
  const day = dayOf(address.get('day')) ?? today;
  const { from, to } = rangeOf(view, day);
  const { posts, quotas } = usePlan(from, to);
  const move = useMove();
  const mayMove = me.data?.scopes.includes('draft') === true;
  const all = posts.data?.posts ?? [];
  const conflicts = conflictsOf(all, quotas, new Date());

  const go = (next: { view?: View; day?: Date }) =>
    setAddress({ view: next.view ?? chosen, day: dayKey(next.day ?? day) }, { replace: true });
  return (
    <>
      <PageHeader title="Calendar">Times are by your clock: {localZone}.</PageHeader>
      <Stack gap="lg">
        <PausedBanner />
        <div className={classes.bar}>
          <Group gap="xs">
            <ActionIcon
              variant="default"
              size="lg"
              aria-label="Back"
              onClick={() => go({ day: step(view, day, -1) })}
            >
              <IconChevronLeft aria-hidden size={18} />
            </ActionIcon>
            <Button variant="default" size="sm" onClick={() => go({ day: today })}>
              Today
            </Button>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label="Forward"
              onClick={() => go({ day: step(view, day, 1) })}
            >
              <IconChevronRight aria-hidden size={18} />
            </ActionIcon>
            <Title order={2} aria-live="polite">
              {titleOf(view, day)}
            </Title>
          </Group>
          {!isPhone && (
            <SegmentedControl
              aria-label="How much is shown"
              value={view}
              onChange={(value) => go({ view: value as View })}
              data={[
                { value: 'month', label: 'Month' },
                { value: 'week', label: 'Week' },
                { value: 'day', label: 'Day' },
              ]}
            />
          )}
        </div>
        <Conflicts conflicts={conflicts} />
        <FailureAlert
          error={posts.error}
          title="The posts could not be loaded"
          onRetry={() => void posts.refetch()}
        />
        {posts.data !== undefined && posts.data.total > all.length && (
          <Alert color="amber" icon={<IconAlertTriangle aria-hidden size={20} />}>
            Only the newest {plural(all.length, 'post')} of {posts.data.total} are shown. Choose a shorter
            span.
          </Alert>
        )}
        {isPhone ? (
          <Card>
            {posts.isPending ? (
              <ListSkeleton rows={4} />
            ) : (
              <Agenda posts={all} move={move} mayMove={mayMove} />
            )}
            {posts.data?.posts.length === 0 && <Nothing />}
          </Card>
        ) : (
          <>
            <Card padding="sm">
              <Suspense fallback={<Skeleton height={560} />}>
                <Grid
                  view={view}
                  day={day}
                  posts={all}
                  full={new Set(conflicts.map((conflict) => conflict.day))}
                  move={move}
                  mayMove={mayMove}
                />
              </Suspense>
            </Card>
            {posts.data?.posts.length === 0 && (
              <Card>
                <Nothing />
              </Card>
            )}
            <Upcoming posts={all} move={move} mayMove={mayMove} />
          </>
        )}
      </Stack>
    </>
  );
}

function Upcoming({
  posts,
  move,
  mayMove,
}: {
  posts: readonly PostAnswer[];
  move: ReturnType<typeof useMove>;
  mayMove: boolean;
}) {
  const coming = posts.filter((post) => isMovable(post) && whenOf(post) > new Date());
  return coming.length === 0 ? null : (
    <Section title="Coming up">
      <Agenda posts={coming} move={move} mayMove={mayMove} />
    </Section>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  return conflicts.length === 0 ? null : (
    <Alert
      color="amber"
      role="region"
      icon={<IconAlertTriangle aria-hidden size={20} />}
      title="More than TikTok takes in a day"
    >
      {conflicts.map(({ day, account, mode, count, limit }) => (
        <div key={`${day} ${account} ${mode}`}>
          {new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(dayOf(day) ?? undefined)},{' '}
          {account}:{' '}
          {mode === 'inbox'
            ? `${plural(count, 'draft')}; ${limit} may wait in the inbox at a time.`
            : `${plural(count, 'direct post')}; ${limit} may go out within 24 hours.`}{' '}
          What is too much goes out later by itself; move some of it to choose when.
        </div>
      ))}
    </Alert>
  );
}

function Nothing() {
  return (
    <EmptyState
      compact
      icon={IconCalendar}
      title="Nothing in this time"
      action={
        hasPage('/publish') && (
          <Button component={Link} to="/publish" mt="xs">
            Plan a post
          </Button>
        )
      }
    >
      Posts stand here at the time at which they go out, and afterwards with what became of them.
    </EmptyState>
  );
}
