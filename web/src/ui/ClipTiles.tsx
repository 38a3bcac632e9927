import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ClipAnswer } from '@/api/schema';
import { ClipThumb } from './ClipThumb';
import classes from './ClipTiles.module.css';
import { captionOf } from './names';

interface Props {
  children: ReactNode;
  label?: string;
  small?: boolean;
  className?: string;
}

/** Clips side by side, as many as fit. */
export function ClipTiles({ children, label, small = false, className = '' }: Props) {
  return (
    <ul className={`${classes.tiles} ${className}`} aria-label={label} data-small={small || undefined}>
      {children}
    </ul>
  );
}

interface TileProps {
  clip: ClipAnswer;
  /** What the page of the clip is to know: the filters it was found by. */
  search?: string;
  /** More about it, below its name. */
  children?: ReactNode;
}

/** A clip that leads to its page. */
export function ClipTile({ clip, search = '', children }: TileProps) {
  return (
    <li className={classes.tile}>
      <Link to={{ pathname: `/library/${clip.video_id}`, search }} className={classes.clip}>
        <ClipThumb clip={clip} />
        <Text size="sm" fw={550} lineClamp={2} mt={8}>
          {captionOf(clip)}
        </Text>
      </Link>
      <Text size="xs" c="dimmed" truncate>
        @{clip.username}
      </Text>
      {children}
    </li>
  );
}
