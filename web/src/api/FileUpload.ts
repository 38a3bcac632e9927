import { DefaultHttpStack, DetailedError, type HttpStack, Upload } from 'tus-js-client';
import type { Access, Api } from './createApi';
import { Failure } from './failure';
import { looksLikeVideo } from './videoStart';

// A proxy between may limit how long a request is; what has arrived stays, so pieces cost next to nothing.
const pieceBytes = 32 * 1024 * 1024;

// Then somebody has to press a button: the network is gone for longer than people wait.
const waits = [0, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];

/** A file that has arrived whole on the server and that no post has taken yet. */
export interface UploadedFile {
  id: string;
  name: string;
  sizeBytes: number;
}

/** How an upload stands. */
export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; name: string; sent: number; total: number; isWaiting: boolean }
  | { step: 'paused'; name: string; sent: number; total: number }
  | { step: 'failed'; name: string; failure: Failure; canRetry: boolean };

interface Options {
  to: Access;
  file: File;
  /** The largest that the server takes, if it has said; see {@link largestFile}. */
  largest?: number | undefined;
  changed: (state: UploadState) => void;
  done: (upload: UploadedFile, file: File) => void;
}

/** The largest file that the server takes, in bytes. */
export async function largestFile(api: Api, signal: AbortSignal): Promise<number> {
  const { response } = await api.OPTIONS('/api/uploads', { signal });
  return Number(response.headers.get('Tus-Max-Size') ?? Number.MAX_SAFE_INTEGER);
}

/**
 * Sends a file in pieces, straight from the disk: it goes on where it stopped after a lost connection, and after a reload
 * when the same file is chosen again.
 */
export class FileUpload {
  readonly #options: Options;
  readonly #upload: Upload;
  #sent = 0;
  #isWanted = false;

  constructor(options: Options) {
    const { to, file } = options;
    this.#options = options;
    this.#upload = new Upload(file, {
      endpoint: `${to.server}/api/uploads`,
      httpStack: through(to.server),
      headers: { ...to.headers },
      metadata: { filename: file.name },
      chunkSize: pieceBytes,
      retryDelays: waits,
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => this.#tell(sent),
      onShouldRetry: (error) => {
        const again = isPassing(error.originalResponse?.getStatus() ?? 0);
        if (again) {
          this.#tell(this.#sent, true);
        }

        return again;
      },
      onSuccess: () => {
        this.#isWanted = false;
        options.changed({ step: 'idle' });
        options.done({ id: idIn(this.#upload.url), name: file.name, sizeBytes: file.size }, file);
      },
      onError: (error) => void explain(error).then((failure) => this.#fail(failure)),
    });
  }

  /** Begins, or goes on where it stopped. */
  async start(): Promise<void> {
    const { file, largest } = this.#options;
    this.#isWanted = true;
    const refusal = await refuse(file, largest);
    if (refusal !== null) {
      this.#fail(refusal);
      return;
    }

    this.#tell(this.#sent);
    if (this.#upload.url === null) {
      const [earlier] = await this.#upload.findPreviousUploads();
      if (earlier !== undefined) {
        this.#upload.resumeFromPreviousUpload(earlier);
      }
    }

    if (this.#isWanted) {
      this.#upload.start();
    }
  }

  /** Stops for now; what has arrived stays for a day. */
  pause(): void {
    const { file, changed } = this.#options;
    this.leave();
    changed({ step: 'paused', name: file.name, sent: this.#sent, total: file.size });
  }

  /** Stops without a word, because nobody looks any more. */
  leave(): void {
    this.#isWanted = false;
    void this.#upload.abort();
  }

  /** Ends it, here and on the server. */
  cancel(): void {
    this.#isWanted = false;
    this.#options.changed({ step: 'idle' });
    // The server drops what nobody asks for within a day; it need not be reached for this.
    this.#upload.abort(true).catch(() => undefined);
  }

  #tell(sent: number, isWaiting = false): void {
    const { file, changed } = this.#options;
    this.#sent = sent;
    if (this.#isWanted) {
      changed({ step: 'sending', name: file.name, sent, total: file.size, isWaiting });
    }
  }

  #fail(failure: Failure): void {
    const { file, changed } = this.#options;
    if (this.#isWanted) {
      this.#isWanted = false;
      changed({ step: 'failed', name: file.name, failure, canRetry: isPassing(failure.status) });
    }
  }
}

// The server names an upload by its public address. Whoever reaches it by another one, such as a path of their own server
// that passes calls on, stays with that.
function through(server: string): HttpStack {
  const stack = new DefaultHttpStack({});
  return {
    createRequest: (method, address) => {
      const id = /\/api\/uploads\/([^/?#]+)$/.exec(address)?.[1];
      return stack.createRequest(method, id === undefined ? address : `${server}/api/uploads/${id}`);
    },
    getName: () => stack.getName(),
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

function idIn(address: string | null): string {
  return address?.split('/').at(-1) ?? '';
}
