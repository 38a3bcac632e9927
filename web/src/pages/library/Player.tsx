import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconMusic } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClipAnswer, ClipFileAnswer } from '@/api/schema';
import classes from './Library.module.css';

/** Shows what is kept: a film, pictures with their sound, or sound alone. */
export function Player({ clip }: { clip: ClipAnswer }) {
  const pictures = clip.files.filter((file) => file.content_type.startsWith('image/'));
  const sound = clip.files.find((file) => file.content_type.startsWith('audio/'));
  if (clip.kind === 'photo') {
    return (
      <Stack gap="sm">
        <Pictures pictures={pictures} />
        {sound !== undefined && <Sound source={sound.local_path} />}
      </Stack>
    );
  }

  if (clip.kind === 'audio') {
    return (
      <Stack gap="sm">
        <div className={classes.stage} style={{ minHeight: 220 }}>
          {clip.thumbnail_url == null ? (
            <IconMusic aria-hidden size={56} stroke={1.2} />
          ) : (
            <img className={classes.film} src={clip.thumbnail_url} alt="" />
          )}
        </div>
        <Sound source={clip.local_path} />
      </Stack>
    );
  }

  return (
    <div className={classes.stage}>
      {/* biome-ignore lint/a11y/useMediaCaption: TikTok's films carry their words in the picture; no track is kept */}
      <video
        className={classes.film}
        src={clip.local_path}
        poster={clip.thumbnail_url ?? undefined}
        aria-label={`Video by ${clip.username}`}
        controls
        playsInline
        preload="metadata"
      />
    </div>
  );
}

function Sound({ source }: { source: string }) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: the sound of a post has no words of its own on record
    <audio src={source} aria-label="Sound" controls preload="metadata" style={{ width: '100%' }} />
  );
}

function Pictures({ pictures }: { pictures: readonly ClipFileAnswer[] }) {
  const [place, setPlace] = useState(0);
  const shown = pictures[place];
  const turn = (by: number) => setPlace((place + by + pictures.length) % pictures.length);
  if (shown === undefined) {
    return null;
  }

  return (
    <section aria-roledescription="carousel" aria-label="Photos" data-arrows>
      <div className={classes.stage}>
        <img className={classes.film} src={shown.local_path} alt={`${place + 1} of ${pictures.length}`} />
      </div>
      {pictures.length > 1 && (
        <Group justify="center" gap="sm" mt="xs">
          <ActionIcon variant="default" size="lg" aria-label="Previous photo" onClick={() => turn(-1)}>
            <IconChevronLeft aria-hidden size={18} />
          </ActionIcon>
          <Text size="sm" role="status" style={{ fontVariantNumeric: 'tabular-nums' }}>
            Photo {place + 1} of {pictures.length}
          </Text>
          <ActionIcon variant="default" size="lg" aria-label="Next photo" onClick={() => turn(1)}>
            <IconChevronRight aria-hidden size={18} />
          </ActionIcon>
        </Group>
      )}
    </section>
  );
}
