import { Anchor, Group } from '@mantine/core';
import type { ClipAnswer, ClipRecordAnswer } from '@/api/schema';
import { Caption } from '@/ui/Caption';
import { CopyButton } from '@/ui/CopyButton';
import { Fact, Facts } from '@/ui/Facts';
import { formatBytes, formatLength, plural } from '@/ui/format';
import { captionOf } from '@/ui/names';
import { PageLink } from '@/ui/PageLink';
import { Section } from '@/ui/Section';
import { LocalTime } from '@/ui/Times';
import { kinds } from './filters';

/** What the clip is. */
export function ClipFacts({ clip, record }: { clip: ClipAnswer; record: ClipRecordAnswer | null }) {
  const probe = record?.probe ?? {};
  const codecs = [probe.video_codec, probe.audio_codec].filter((codec) => codec !== undefined);
  const pictures = clip.files.filter((file) => file.content_type.startsWith('image/')).length;
  return (
    <Section title="The clip">
      <Group align="flex-start" wrap="nowrap" gap="xs" mb="md">
        <Caption flex={1}>{captionOf(clip)}</Caption>
        {clip.caption.trim() !== '' && <CopyButton value={clip.caption} label="Copy the caption" iconOnly />}
      </Group>
      <Facts>
        <Fact name="Creator">@{clip.username}</Fact>
        <Fact name="Student">
          {clip.student_id != null && (
            <PageLink to={`/library/students/${encodeURIComponent(clip.student_id)}`}>
              {clip.student_id}
            </PageLink>
          )}
        </Fact>
        <Fact name="On TikTok">
          <Anchor href={clip.video_url} target="_blank" rel="noreferrer" inherit>
            {clip.video_url.replace('https://www.', '')}
          </Anchor>
        </Fact>
        <Fact name="Posted">
          <LocalTime at={clip.created_at} />
        </Fact>
        <Fact name="Kept">
          <LocalTime at={clip.stored_at} />
          {clip.generation > 1 && `, fetched anew ${plural(clip.generation - 1, 'time')}`}
        </Fact>
        <Fact name="Kind">{clip.kind === 'photo' ? plural(pictures, 'photo') : kinds[clip.kind]}</Fact>
        <Fact name="Length">{clip.duration_ms != null && formatLength(clip.duration_ms)}</Fact>
        <Fact name="Size">{formatBytes(clip.size_bytes)}</Fact>
        <Fact name="Picture">
          {probe.width !== undefined && probe.height !== undefined && `${probe.width} × ${probe.height}`}
        </Fact>
        <Fact name="Codec">{codecs.join(', ').toUpperCase()}</Fact>
      </Facts>
    </Section>
  );
}
