import type { UploadedFile } from '@clipyard/client/FileUpload';
import { type DragEvent, useId, useState } from 'react';
import type { Clipyard } from './connect';
import { FailureNote } from './FailureNote';
import { useFileUpload } from './useFileUpload';
import './clipyard.css';

interface Props {
  clipyard: Clipyard;
  /** It has arrived whole; `source: { upload_id: upload.id }` of a post takes it. */
  onUploaded: (upload: UploadedFile, file: File) => void;
}

/**
 * A video from this device: chosen or dropped, sent in pieces. It goes on by itself after a lost connection, and when the
 * same file is chosen again after a reload.
 */
export function VideoUploader({ clipyard, onUploaded }: Props) {
  const { state, start, pause, goOn, cancel } = useFileUpload(clipyard, onUploaded);
  const [isOver, setOver] = useState(false);
  const input = useId();
  if (state.step === 'sending' || state.step === 'paused') {
    const percent = state.total === 0 ? 0 : Math.floor((100 * state.sent) / state.total);
    return (
      <div className="clipyard clipyard-upload">
        <strong>{state.name}</strong>
        <progress value={percent} max={100} aria-label={`Upload of ${state.name}`} />
        <p role="status" className="clipyard-quiet">
          {state.step === 'paused' && `Paused at ${percent} %`}
          {state.step === 'sending' &&
            (state.isWaiting ? 'The connection is gone; it goes on by itself.' : `${percent} %`)}
        </p>
        <div className="clipyard-buttons">
          {state.step === 'paused' ? (
            <button type="button" className="clipyard-button" onClick={goOn}>
              Go on
            </button>
          ) : (
            <button type="button" className="clipyard-button" onClick={pause}>
              Pause
            </button>
          )}
          <button type="button" className="clipyard-button" onClick={cancel}>
            Cancel
          </button>
        </div>
      </div>
    );
  }

  const take = ([file]: readonly File[]) => {
    if (file !== undefined) {
      start(file);
    }
  };
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field within works by keyboard
    <div
      className="clipyard clipyard-upload"
      data-over={isOver || undefined}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        take([...event.dataTransfer.files]);
      }}
    >
      <label htmlFor={input}>Choose a video, or drop it here</label>
      <input
        id={input}
        type="file"
        accept="video/*"
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          // So that the same file can be chosen once more.
          event.currentTarget.value = '';
        }}
      />
      {state.step === 'failed' && (
        <FailureNote failure={state.failure} onRetry={state.canRetry ? goOn : undefined} />
      )}
    </div>
  );
}
