import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, expireSession, ours } from '@/api/client';
import { FileUpload, largestFile, type UploadedFile, type UploadState } from '@/api/FileUpload';

/** The upload of one file at a time, of this page. */
export function useUpload(done: (upload: UploadedFile, file: File) => void) {
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  const running = useRef<FileUpload | null>(null);
  const largest = useQuery({
    queryKey: ['uploads', 'options'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => largestFile(api, signal),
  });

  useEffect(() => () => running.current?.leave(), []);

  const changed = (next: UploadState) => {
    if (next.step === 'failed' && next.failure.status === 401) {
      expireSession();
    }

    setState(next);
  };

  return {
    state,
    start: (file: File) => {
      running.current = new FileUpload({ to: ours, file, largest: largest.data, changed, done });
      return running.current.start();
    },
    cancel: () => running.current?.cancel(),
    retry: () => void running.current?.start(),
  };
}
