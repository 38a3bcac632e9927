import { useQuery } from '@tanstack/react-query';
import { newestClipsQuery } from '@/api/queries';
import { hasPage } from '@/app/registry';
import { ClipTile, ClipTiles } from '@/ui/ClipTiles';
import { FailureAlert } from '@/ui/FailureAlert';
import { NothingKept } from '@/ui/NothingKept';
import { PageLink } from '@/ui/PageLink';
import { Section } from '@/ui/Section';
import { ListSkeleton } from '@/ui/Skeletons';

/** What was kept last. */
export function NewestClips() {
  const clips = useQuery(newestClipsQuery(6));
  return (
    <Section title="Newest clips" aside={hasPage('/library') && <PageLink to="/library">All clips</PageLink>}>
      <FailureAlert error={clips.error} onRetry={() => void clips.refetch()} compact />
      {clips.isPending && <ListSkeleton rows={1} height={180} />}
      {clips.data?.clips.length === 0 && <NothingKept compact />}
      {clips.data !== undefined && clips.data.clips.length > 0 && (
        <ClipTiles small>
          {clips.data.clips.map((clip) => (
            <ClipTile key={clip.video_id} clip={clip} />
          ))}
        </ClipTiles>
      )}
    </Section>
  );
}
