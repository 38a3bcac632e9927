import { Button, Text } from '@mantine/core';
import { IconMovie } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { newestClipsQuery } from '@/api/queries';
import { hasPage } from '@/app/registry';
import { ClipThumb } from '@/ui/ClipThumb';
import { EmptyState } from '@/ui/EmptyState';
import { FailureAlert } from '@/ui/FailureAlert';
import { PageLink } from '@/ui/PageLink';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';
import classes from './NewestClips.module.css';

/** What was kept last. */
export function NewestClips() {
  const clips = useQuery(newestClipsQuery(6));
  return (
    <Section title="Newest clips" aside={hasPage('/library') && <PageLink to="/library">All clips</PageLink>}>
      <FailureAlert error={clips.error} onRetry={() => void clips.refetch()} compact />
      {clips.isPending && <ListSkeleton rows={1} height={180} />}
      {clips.data?.clips.length === 0 && (
        <EmptyState
          compact
          icon={IconMovie}
          title="Nothing kept yet"
          action={
            hasPage('/get') && (
              <Button component={Link} to="/get" mt="xs">
                Get the first clip
              </Button>
            )
          }
        >
          Clips that you fetch from TikTok appear here, with their files checked and their origin on record.
        </EmptyState>
      )}
      {clips.data !== undefined && clips.data.clips.length > 0 && (
        <ul className={classes.strip}>
          {clips.data.clips.map((clip) => (
            <li key={clip.video_id}>
              <ClipThumb clip={clip} />
              <Text size="sm" mt={6} lineClamp={2}>
                <PageLink to={`/library/${clip.video_id}`}>{clip.caption || 'Without a caption'}</PageLink>
              </Text>
              <Text size="xs" c="dimmed" truncate>
                @{clip.username}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
