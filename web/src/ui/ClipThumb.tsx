import { IconMusic, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClipAnswer } from '@/api/schema';
import classes from './ClipThumb.module.css';
import { formatLength } from './format';

const marks = { video: IconVideo, photo: IconPhoto, audio: IconMusic };

type Shown = Pick<ClipAnswer, 'thumbnail_url' | 'kind' | 'duration_ms'>;

/** A clip's cover in the shape of a phone, with its length; a sign of its kind where no cover is kept. */
export function ClipThumb({ clip }: { clip: Shown }) {
  // Addresses lapse; a cover that cannot be fetched is as good as none.
  const [broken, setBroken] = useState<string | null>(null);
  const cover = clip.thumbnail_url === broken ? null : clip.thumbnail_url;
  const Mark = marks[clip.kind];
  return (
    <span className={classes.frame}>
      {cover == null ? (
        <Mark aria-hidden size={28} stroke={1.4} />
      ) : (
        <img className={classes.cover} src={cover} alt="" loading="lazy" onError={() => setBroken(cover)} />
      )}
      {clip.duration_ms != null && <span className={classes.length}>{formatLength(clip.duration_ms)}</span>}
    </span>
  );
}
