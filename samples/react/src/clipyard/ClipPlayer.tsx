import type { ClipAnswer } from '@clipyard/client/schema';
import { useEffect, useRef } from 'react';

/** A clip in a window of its own: its film, its pictures, its sound. */
export function ClipPlayer({ clip, onClose }: { clip: ClipAnswer; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // React runs this twice in development; a window that is open cannot be opened.
    if (dialog.current?.open === false) {
      dialog.current.showModal();
    }
  }, []);
  return (
    <dialog
      ref={dialog}
      className="clipyard-player"
      aria-label={`Clip by ${clip.username}`}
      onClose={onClose}
    >
      {clip.files.map((file) => {
        if (file.content_type.startsWith('image/')) {
          return <img key={file.local_path} src={file.local_path} alt={`By ${clip.username}`} />;
        }

        // What TikTok gives out has its words in the picture; there is no track to add.
        return file.content_type.startsWith('audio/') ? (
          // biome-ignore lint/a11y/useMediaCaption: see above
          <audio key={file.local_path} src={file.local_path} controls />
        ) : (
          // biome-ignore lint/a11y/useMediaCaption: see above
          <video key={file.local_path} src={file.local_path} controls autoPlay playsInline />
        );
      })}
      <p>{clip.caption}</p>
      <button type="button" className="clipyard-button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
