import { ActionIcon, Button, Grid, Skeleton, Stack, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { clipQuery } from '@/api/archive';
import { hasPage } from '@/app/registry';
import { FailureAlert } from '@/ui/FailureAlert';
import { PageHeader } from '@/ui/PageHeader';
import { PageLink } from '@/ui/PageLink';
import { ClipActions } from './ClipActions';
import { ClipFacts } from './ClipFacts';
import { readFilters, writeFilters } from './filters';
import { Player } from './Player';
import { Proof } from './Proof';
import { useClips } from './useClips';

/** One clip: to be looked at, checked, and used. */
export function Component() {
  const { videoId = '' } = useParams();
  const [address] = useSearchParams();
  const filters = readFilters(address);
  const search = writeFilters(filters).toString();
  const { before, after } = useNeighbours(videoId);
  useArrows(before, after, search);
  const detail = useQuery(clipQuery(videoId));
  const clip = detail.data?.clip;
  const publish = `/publish?clip=${videoId}`;
  return (
    <>
      <PageHeader
        title={clip === undefined ? 'Clip' : `Clip by @${clip.username}`}
        actions={
          <>
            {(before !== null || after !== null) && (
              <>
                <Neighbour label="Previous clip" videoId={before} search={search} />
                <Neighbour label="Next clip" videoId={after} search={search} />
              </>
            )}
            {clip !== undefined && hasPage(publish) && (
              <Button component={Link} to={publish} leftSection={<IconSend aria-hidden size={18} />}>
                Publish this
              </Button>
            )}
          </>
        }
      >
        <PageLink to={search === '' ? '/library' : `/library?${search}`}>Library</PageLink>
      </PageHeader>
      <FailureAlert
        error={detail.error}
        title="The clip could not be loaded"
        onRetry={() => void detail.refetch()}
      />
      {detail.isPending && <Skeleton height={420} radius="lg" />}
      {detail.data !== undefined && clip !== undefined && (
        <Grid gutter="lg">
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Player key={clip.video_id} clip={clip} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="lg">
              <ClipFacts clip={clip} record={detail.data.record} />
              <Proof key={clip.video_id} clip={clip} record={detail.data.record} />
              <ClipActions clip={clip} search={search} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </>
  );
}

function Neighbour({ label, videoId, search }: { label: string; videoId: string | null; search: string }) {
  const Mark = label.startsWith('Next') ? IconArrowRight : IconArrowLeft;
  if (videoId === null) {
    return (
      <ActionIcon variant="default" size="lg" aria-label={label} disabled>
        <Mark aria-hidden size={18} />
      </ActionIcon>
    );
  }

  return (
    <Tooltip label={`${label} (${label.startsWith('Next') ? '→' : '←'})`}>
      <ActionIcon
        component={Link}
        to={{ pathname: `/library/${videoId}`, search }}
        variant="default"
        size="lg"
        aria-label={label}
      >
        <Mark aria-hidden size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

/** The clips beside one in the list that the address names. Brings the next page when the list ends here. */
function useNeighbours(videoId: string): { before: string | null; after: string | null } {
  const [address] = useSearchParams();
  const { query, rows } = useClips(readFilters(address));
  const place = rows.findIndex((row) => row.video_id === videoId);
  const isLast = place >= 0 && place === rows.length - 1;
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (isLast && hasNextPage && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [isLast, hasNextPage, isFetching, isError, fetchNextPage]);
  return {
    before: place > 0 ? (rows[place - 1]?.video_id ?? null) : null,
    after: place >= 0 ? (rows[place + 1]?.video_id ?? null) : null,
  };
}

/** Left and right lead to the neighbours, unless the key means something where it is pressed. */
function useArrows(before: string | null, after: string | null, search: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const goal = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : null;
      const isFree = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (goal === null || !isFree || event.defaultPrevented || usesArrows(event.target)) {
        return;
      }

      event.preventDefault();
      void navigate({ pathname: `/library/${goal}`, search });
    };
    window.addEventListener('keydown', follow);
    return () => window.removeEventListener('keydown', follow);
  }, [before, after, search, navigate]);
}

function usesArrows(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, video, audio, [role=dialog], [role=menu], [data-arrows]') !==
      null
  );
}
