import { FileUpload, largestFile, type UploadedFile, type UploadState } from '@clipyard/client/FileUpload';
import { useEffect, useRef, useState } from 'react';
import type { Clipyard } from './connect';

/** The upload of one file at a time. */
export function useFileUpload({ access, api }: Clipyard, done: (upload: UploadedFile, file: File) => void) {
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  const [largest, setLargest] = useState<number>();
  const running = useRef<FileUpload | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    // Without an answer the server itself refuses what is too large.
    largestFile(api, stop.signal).then(setLargest, () => undefined);
    return () => {
      stop.abort();
      // What is on its way goes to the Clipyard before, with its key.
      running.current?.leave();
      running.current = null;
      setLargest(undefined);
      setState({ step: 'idle' });
    };
  }, [api]);

  return {
    state,
    start: (file: File) => {
      running.current?.leave();
      running.current = new FileUpload({ to: access, file, largest, changed: setState, done });
      void running.current.start();
    },
    pause: () => running.current?.pause(),
    goOn: () => void running.current?.start(),
    cancel: () => running.current?.cancel(),
  };
}
