import { Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import type { ClipAnswer, ClipListAnswer } from '@/api/schema';
import { usePaged } from '@/api/usePaged';
import { ClipThumb } from '@/ui/ClipThumb';
import { ClipTiles } from '@/ui/ClipTiles';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { formatCount } from '@/ui/format';
import { MoreButton } from '@/ui/MoreButton';
import { NothingKept } from '@/ui/NothingKept';
import { captionOf } from '@/ui/names';
import { CardsSkeleton } from '@/ui/Skeletons';
import classes from './Publish.module.css';

const rowsOf = (page: ClipListAnswer) => page.clips;

/** The clips of the archive, to choose one. */
export function ClipPicker({ choose }: { choose: (clip: ClipAnswer) => void }) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const {
    query,
    rows: clips,
    total,
  } = usePaged({
    queryKey: ['clips', 'publishable', q],
    load: (cursor, signal) =>
      answer(
        api.GET('/api/v1/clips', {
          signal,
          params: { query: { limit: 12, ...(q === '' ? {} : { q }), ...(cursor ? { cursor } : {}) } },
        }),
      ),
    rows: rowsOf,
  });
  return (
    <Stack gap="sm">
      <TextInput
        label="Search the archive"
        placeholder="Caption or creator"
        leftSection={<IconSearch aria-hidden size={18} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FailureAlert error={query.error} onRetry={() => void query.refetch()} compact />
      {query.isPending && <CardsSkeleton cards={4} height={190} />}
      {query.isSuccess && clips.length === 0 && <NoClips q={q} />}
      {clips.length > 0 && (
        <ClipTiles small className={classes.clips} label="Clips">
          {clips.map((clip) => (
            <li key={clip.video_id}>
              <UnstyledButton
                className={classes.clip}
                disabled={clip.kind === 'audio'}
                onClick={() => choose(clip)}
                aria-label={`Choose: ${captionOf(clip)}, by ${clip.username}`}
              >
                <ClipThumb clip={clip} />
                <Text size="xs" mt={4} lineClamp={2}>
                  {clip.kind === 'audio' ? 'Only its sound is kept' : captionOf(clip)}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ClipTiles>
      )}
      <MoreButton query={query} size="xs">
        Show more of {formatCount(total)}
      </MoreButton>
    </Stack>
  );
}

function NoClips({ q }: { q: string }) {
  return q === '' ? (
    <NothingKept compact>Upload a video instead, or give its address.</NothingKept>
  ) : (
    <EmptyState compact icon={IconSearch} title="No clip fits">
      No caption and no name has “{q}” in it.
    </EmptyState>
  );
}
