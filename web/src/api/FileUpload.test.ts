import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileUpload, type UploadedFile, type UploadState } from './FileUpload';

const opening = new Uint8Array([0, 0, 0, 24]);
const file = new File([opening, 'ftypisom and many more bytes'], 'harvest.mp4', { type: 'video/mp4' });

/** The server, and the network before it. */
const server = {
  arrived: [] as Uint8Array[],
  asked: [] as { method: string; address: string; headers: Record<string, string> }[],
  /** After how many bytes of each PATCH the connection is lost; none: never. */
  losses: [] as number[],
  isGone: false,
  /** Takes nine bytes of a PATCH, and answers no more. */
  isStuck: false,
  refusal: null as { status: number; code: string } | null,
  get offset() {
    return server.arrived.reduce((sum, { length }) => sum + length, 0);
  },
};

/** What tus-js-client asks of a browser. */
class Request {
  status = 0;
  responseText = '';
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly upload = {};
  #answered: Record<string, string> = {};
  readonly #asked = { method: '', address: '', headers: {} as Record<string, string> };

  open(method: string, address: string) {
    Object.assign(this.#asked, { method, address });
  }

  setRequestHeader(name: string, value: string) {
    this.#asked.headers[name] = value;
  }

  getResponseHeader(name: string) {
    return this.#answered[name] ?? null;
  }

  async send(body: Blob | null) {
    server.asked.push(this.#asked);
    if (server.isGone) {
      this.onerror?.();
      return;
    }

    switch (this.#asked.method) {
      case 'POST':
        return this.#answer(201, { Location: 'http://inside.example:8000/api/uploads/7f' });
      case 'HEAD':
        return this.#answer(200, { 'Upload-Offset': `${server.offset}`, 'Upload-Length': `${file.size}` });
      case 'PATCH':
        return await this.#take(body ?? new Blob());
      default:
        return this.#answer(204, {});
    }
  }

  abort() {}

  async #take(body: Blob) {
    if (server.refusal !== null) {
      const { status, code } = server.refusal;
      this.responseText = JSON.stringify({ status, code, detail: 'Why.', remedies: ['How.'] });
      this.#answer(status, {});
      return;
    }

    const most = server.isStuck ? 9 : (server.losses.shift() ?? body.size);
    server.arrived.push(new Uint8Array(await body.slice(0, most).arrayBuffer()));
    if (server.isStuck) {
      return;
    }

    if (most < body.size) {
      this.onerror?.();
    } else {
      this.#answer(204, { 'Upload-Offset': `${server.offset}` });
    }
  }

  #answer(status: number, headers: Record<string, string>) {
    this.status = status;
    this.#answered = headers;
    this.onload?.();
  }
}

const states: UploadState[] = [];
const done = vi.fn<(upload: UploadedFile, file: File) => void>();
const last = () => states.at(-1);
const methods = () => server.asked.map(({ method }) => method);

function upload(largest?: number) {
  return new FileUpload({
    to: { server: 'https://clips.example.com', headers: { Authorization: 'Bearer a-key' } },
    file,
    largest,
    changed: (state) => states.push(state),
    done,
  });
}

beforeEach(() => {
  Object.assign(server, { arrived: [], asked: [], losses: [], isGone: false, isStuck: false, refusal: null });
  states.length = 0;
  done.mockClear();
  localStorage.clear();
  vi.stubGlobal('XMLHttpRequest', Request);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an upload', () => {
  it('goes on where it was after each lost connection, with the same bytes', async () => {
    server.losses = [9, 4];

    await upload().start();
    await vi.waitFor(() => expect(done).toHaveBeenCalled(), 5_000);

    expect(await new Blob(server.arrived as BlobPart[]).text()).toBe(await file.text());
    expect(methods()).toEqual(['POST', 'PATCH', 'HEAD', 'PATCH', 'HEAD', 'PATCH']);
    expect(states).toContainEqual(expect.objectContaining({ step: 'sending', isWaiting: true }));
    expect(last()).toEqual({ step: 'idle' });
    expect(done).toHaveBeenCalledWith({ id: '7f', name: 'harvest.mp4', sizeBytes: file.size }, file);
  });

  it('stays with the address that it was given, whatever the server calls itself', async () => {
    await upload().start();
    await vi.waitFor(() => expect(done).toHaveBeenCalled());

    expect(server.asked.map(({ address }) => address)).toEqual([
      'https://clips.example.com/api/uploads',
      'https://clips.example.com/api/uploads/7f',
    ]);
    expect(server.asked.every(({ headers }) => headers.Authorization === 'Bearer a-key')).toBe(true);
  });

  it('of the same file goes on after a reload', async () => {
    server.isStuck = true;
    const before = upload();
    await before.start();
    await vi.waitFor(() => expect(server.offset).toBe(9));
    before.leave();
    server.isStuck = false;

    await upload().start();
    await vi.waitFor(() => expect(done).toHaveBeenCalled());

    expect(methods()).toEqual(['POST', 'PATCH', 'HEAD', 'PATCH']);
    expect(await new Blob(server.arrived as BlobPart[]).text()).toBe(await file.text());
  });

  it('is given up after minutes without an answer, and goes on when it is asked to', async () => {
    vi.useFakeTimers();
    server.isGone = true;
    const one = upload();
    await one.start();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(last()).toMatchObject({ step: 'failed', canRetry: true, failure: { code: 'network_error' } });
    vi.useRealTimers();

    server.isGone = false;
    await one.start();

    await vi.waitFor(() => expect(done).toHaveBeenCalled());
  });

  it('ends at once with what the server says where another try does not help', async () => {
    server.refusal = { status: 401, code: 'unauthenticated' };

    await upload().start();

    await vi.waitFor(() =>
      expect(last()).toMatchObject({
        step: 'failed',
        canRetry: false,
        failure: { code: 'unauthenticated', status: 401, message: 'Why.' },
      }),
    );
    expect(methods()).toEqual(['POST', 'PATCH']);
  });

  it('of a file that is too large is not begun', async () => {
    await upload(file.size - 1).start();

    expect(last()).toMatchObject({ step: 'failed', failure: { code: 'video_too_large' } });
    expect(server.asked).toEqual([]);
  });

  it('that is cancelled is ended on the server, and says nothing more', async () => {
    server.isStuck = true;
    const one = upload();
    await one.start();
    await vi.waitFor(() => expect(server.offset).toBe(9));

    one.cancel();

    await vi.waitFor(() => expect(methods()).toContain('DELETE'));
    expect(last()).toEqual({ step: 'idle' });
    expect(done).not.toHaveBeenCalled();
  });
});
