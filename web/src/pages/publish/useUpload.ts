import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { DetailedError, Upload } from 'tus-js-client';
import { api, expireSession } from '@/api/client';
import { Failure } from '@/api/failure';
import type { UploadedFile } from './form';
import { looksLikeVideo } from './videoStart';

// A proxy between may limit how long a request is; what has arrived stays, so pieces cost next to nothing.
const pieceBytes = 32 * 1024 * 1024;

// Then somebody has to press a button: the network is gone for longer than people wait.
const waits = [0, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];

export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; name: string; sent: number; total: number; isWaiting: boolean }
  | { step: 'failed'; name: string; failure: Failure };

/** The largest file that the server takes; undefined while it has not said. */
function useLargestFile(): number | undefined {
  const options = useQuery({
    queryKey: ['uploads', 'options'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { response } = await api.OPTIONS('/api/uploads', { signal });
      return Number(response.headers.get('Tus-Max-Size') ?? Number.MAX_SAFE_INTEGER);
    },
  });
  return options.data;
}

/**
 * Sends a file in pieces, straight from the disk: it goes on where it stopped after a lost connection, and after a reload
 * when the same file is chosen again.
 */
export function useUpload(done: (upload: UploadedFile, file: File) => void) {
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  const running = useRef<{ upload: Upload; file: File } | null>(null);
  const largest = useLargestFile();

  useEffect(() => () => void running.current?.upload.abort(), []);

  const start = async (file: File) => {
    const refusal = await refuse(file, largest);
    if (refusal !== null) {
      setState({ step: 'failed', name: file.name, failure: refusal });
      return;
    }

    const send = (sent: number, isWaiting = false) =>
      setState({ step: 'sending', name: file.name, sent, total: file.size, isWaiting });
    let reached = 0;
    const upload = new Upload(file, {
      endpoint: '/api/uploads',
      headers: { 'X-Clipyard': 'pages' },
      metadata: { filename: file.name },
      chunkSize: pieceBytes,
      retryDelays: waits,
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => {
        reached = sent;
        send(sent);
      },
      onShouldRetry: (error) => {
        const again = isPassing(error.originalResponse?.getStatus() ?? 0);
        if (again) {
          send(reached, true);
        }

        return again;
      },
      onSuccess: () => {
        running.current = null;
        setState({ step: 'idle' });
        done({ id: idIn(upload.url), name: file.name, sizeBytes: file.size }, file);
      },
      onError: (error) => void explain(error).then((failure) => fail(file, failure)),
    });
    running.current = { upload, file };
    send(0);
    const [earlier] = await upload.findPreviousUploads();
    if (earlier !== undefined) {
      upload.resumeFromPreviousUpload(earlier);
    }

    upload.start();
  };

  const fail = (file: File, failure: Failure) => {
    if (failure.status === 401) {
      expireSession();
    }

    setState({ step: 'failed', name: file.name, failure });
  };

  return {
    state,
    start,
    /** Ends it, here and on the server. */
    cancel: () => {
      const upload = running.current?.upload;
      running.current = null;
      setState({ step: 'idle' });
      // The server drops what nobody asks for within a day; it need not be reached for this.
      upload?.abort(true).catch(() => undefined);
    },
    /** Goes on where it stopped. */
    retry: () => {
      const file = running.current?.file;
      if (file !== undefined) {
        void start(file);
      }
    },
    canRetry: state.step === 'failed' && running.current !== null && isPassing(state.failure.status),
    dismiss: () => {
      running.current = null;
      setState({ step: 'idle' });
    },
  };
}

// No answer at all, another sender, too many at once, or something before the server that is not well.
function isPassing(status: number): boolean {
  return [0, 409, 423, 429, 500, 502, 503, 504].includes(status);
}

async function refuse(file: File, largest: number | undefined): Promise<Failure | null> {
  if (largest !== undefined && file.size > largest) {
    return new Failure({
      code: 'video_too_large',
      status: 413,
      detail: `${file.name} has ${file.size.toLocaleString()} bytes; the server takes ${largest.toLocaleString()}.`,
      remedies: ['Encode it smaller and choose it again.'],
    });
  }

  return (await looksLikeVideo(file))
    ? null
    : new Failure({
        code: 'unsupported_media',
        status: 415,
        detail: `${file.name} does not begin as an MP4, MOV or WebM video does, whatever its name says.`,
        remedies: ['Choose the video itself. Photos are posted from the archive or by their addresses.'],
      });
}

async function explain(error: Error): Promise<Failure> {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (response === null || status < 200) {
    return Failure.unreachable();
  }

  return Failure.read(new Response(response.getBody(), { status }));
}

function idIn(url: string | null): string {
  return new URL(url ?? '', globalThis.location.origin).pathname.split('/').at(-1) ?? '';
}
