import { Card, Group, Slider, Stack, Text, Title } from '@mantine/core';
import { IconPhoto, IconVideo } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { PostKind } from '@/api/schema';
import { Caption } from '@/ui/Caption';
import { formatLength } from '@/ui/format';
import { captionParts } from './caption';
import type { PostForm } from './form';
import classes from './Publish.module.css';

interface Props {
  form: PostForm;
  change: (part: Partial<PostForm>) => void;
  kind: PostKind;
  /** Where the film can be played from; null when it cannot. */
  film: string | null;
  pictures: readonly string[];
  durationMs: number | null;
  learnDuration: (durationMs: number) => void;
}

/** How it will look: the film with its cover, or the pictures, and the words. */
export function Preview({ form, change, kind, film, pictures, durationMs, learnDuration }: Props) {
  const id = useId();
  const player = useRef<HTMLVideoElement>(null);
  const [unplayable, setUnplayable] = useState<string | null>(null);
  const seek = (coverMs: number) => {
    change({ coverMs });
    if (player.current !== null) {
      player.current.pause();
      player.current.currentTime = coverMs / 1000;
    }
  };
  const hasCover = form.mode === 'direct' && kind === 'video' && film !== null && durationMs !== null;
  return (
    <Card component="section" aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        Preview
      </Title>
      <Stack gap="md">
        {pictures.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
          <ul className={classes.pictures} tabIndex={0} aria-label="Pictures">
            {pictures.map((picture, place) => (
              <li key={picture}>
                <img className={classes.picture} src={picture} alt={`Number ${place + 1}`} />
              </li>
            ))}
          </ul>
        )}
        {pictures.length === 0 && film !== null && film !== unplayable && (
          <div className={classes.stage}>
            {/* biome-ignore lint/a11y/useMediaCaption: what somebody is about to post has no captions yet */}
            <video
              ref={player}
              key={film}
              className={classes.film}
              src={film}
              controls
              playsInline
              preload="metadata"
              aria-label="The video"
              onLoadedMetadata={(event) => {
                learnDuration(Math.round(event.currentTarget.duration * 1000));
                if (form.coverMs !== null) {
                  event.currentTarget.currentTime = form.coverMs / 1000;
                }
              }}
              onError={() => setUnplayable(film)}
            />
          </div>
        )}
        {pictures.length === 0 && (film === null || film === unplayable) && (
          <div className={classes.stage}>
            <Stack align="center" gap="xs" p="md">
              {kind === 'photos' ? <IconPhoto aria-hidden size={32} /> : <IconVideo aria-hidden size={32} />}
              <Text size="sm">
                {film === null
                  ? nothing[form.sourceKind]
                  : 'This browser cannot play it; TikTok may all the same.'}
              </Text>
            </Stack>
          </div>
        )}
        {hasCover && (
          <div>
            <Group justify="space-between" mb={6}>
              <Text size="sm" fw={550}>
                Cover
              </Text>
              <Text size="sm" c="dimmed">
                {form.coverMs === null ? 'The first picture' : `At ${seconds(form.coverMs)}`}
              </Text>
            </Group>
            <Slider
              thumbLabel="Cover"
              min={0}
              max={Math.max(100, Math.floor(durationMs / 100) * 100)}
              step={100}
              label={seconds}
              value={form.coverMs ?? 0}
              onChange={seek}
            />
            <Text size="xs" c="dimmed" mt={6}>
              Drag, or use the arrow keys, until the picture is the right one.
            </Text>
          </div>
        )}
        {form.caption !== '' && <Words text={form.caption} />}
        {durationMs !== null && kind === 'video' && (
          <Text size="sm" c="dimmed">
            Lasts {formatLength(durationMs)}.
          </Text>
        )}
      </Stack>
    </Card>
  );
}

const nothing: Record<PostForm['sourceKind'], string> = {
  clip: 'The clip plays here once it is chosen.',
  upload:
    'The video plays here once it is chosen. After a reload its preview is gone; what was uploaded is not.',
  address: 'Clipyard has not fetched it yet: it can be seen before it is approved.',
  photos: 'Clipyard has not fetched them yet: they can be seen before they are approved.',
};

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function Words({ text }: { text: string }) {
  return (
    <Caption size="sm">
      {captionParts(text).map((part) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <span key={part.at} className={classes.mark}>
            {part.text}
          </span>
        ),
      )}
    </Caption>
  );
}
