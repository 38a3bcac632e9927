import type { ClipAnswer } from '@clipyard/client/schema';
import { useState } from 'react';
import { ClipPlayer } from './ClipPlayer';
import type { Clipyard } from './connect';
import { FailureNote } from './FailureNote';
import { type ClipQuery, useClips } from './useClips';
import './clipyard.css';

interface Props extends ClipQuery {
  clipyard: Clipyard;
  /** What a click does; without it, the clip is played. */
  onChoose?: (clip: ClipAnswer) => void;
}

/** The clips of an archive side by side, as many as fit, more on demand. */
export function ClipGallery({ clipyard, onChoose, ...query }: Props) {
  const { clips, isLoading, failure, hasMore, more, retry } = useClips(clipyard, query);
  const [played, setPlayed] = useState<ClipAnswer | null>(null);
  return (
    <section className="clipyard" aria-label="Clips" aria-busy={isLoading}>
      <ul className="clipyard-clips">
        {clips.map((clip) => (
          <li key={clip.video_id}>
            <button type="button" className="clipyard-clip" onClick={() => (onChoose ?? setPlayed)(clip)}>
              <span className="clipyard-cover">
                {clip.thumbnail_url != null && <img src={clip.thumbnail_url} alt="" loading="lazy" />}
                {clip.duration_ms != null && (
                  <span className="clipyard-length">{lengthOf(clip.duration_ms)}</span>
                )}
              </span>
              <span className="clipyard-caption">{clip.caption.trim() || 'Without a caption'}</span>
              <span className="clipyard-quiet">@{clip.username}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="clipyard-quiet">
        {isLoading && 'Loading'}
        {!isLoading && failure === null && clips.length === 0 && 'No clip is kept here yet.'}
      </p>
      <FailureNote failure={failure} onRetry={retry} />
      {hasMore && failure === null && (
        <button type="button" className="clipyard-button" disabled={isLoading} onClick={more}>
          More clips
        </button>
      )}
      {played !== null && <ClipPlayer clip={played} onClose={() => setPlayed(null)} />}
    </section>
  );
}

function lengthOf(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
}
