import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Clipyard, connect } from './connect';
import { VideoUploader } from './VideoUploader';

const video = new File([new Uint8Array([0, 0, 0, 24]), 'ftypisom'], 'harvest.mp4', { type: 'video/mp4' });

/** The network of an upload: it begins, and then nothing comes back until the request is ended. */
class SlowRequest {
  static sent: { method: string; address: string; headers: Record<string, string> }[] = [];

  status = 0;
  responseText = '';
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly upload = {};
  readonly #request = { method: '', address: '', headers: {} as Record<string, string> };

  open(method: string, address: string) {
    Object.assign(this.#request, { method, address });
  }

  setRequestHeader(name: string, value: string) {
    this.#request.headers[name] = value;
  }

  getResponseHeader(name: string) {
    return name === 'Location' ? 'http://inside.example:8000/api/uploads/7f' : null;
  }

  send() {
    SlowRequest.sent.push(this.#request);
    if (this.#request.method !== 'PATCH') {
      this.status = this.#request.method === 'POST' ? 201 : 204;
      queueMicrotask(() => this.onload?.());
    }
  }

  abort() {}
}

beforeEach(() => {
  localStorage.clear();
  SlowRequest.sent = [];
  vi.stubGlobal('XMLHttpRequest', SlowRequest);
  vi.stubGlobal('fetch', async () => new Response(null, { headers: { 'Tus-Max-Size': '1000' } }));
});

afterEach(() => vi.unstubAllGlobals());

const methods = () => SlowRequest.sent.map(({ method }) => method);

it('sends to the address it was given, pauses, and is cancelled there', async () => {
  const clipyard = connect('https://clips.example.com', 'a-key');
  render(<VideoUploader clipyard={clipyard} onUploaded={() => undefined} />);

  await userEvent.upload(screen.getByLabelText('Choose a video, or drop it here'), video);
  await waitFor(() => expect(methods()).toEqual(['POST', 'PATCH']));
  expect(SlowRequest.sent[1]?.address).toBe('https://clips.example.com/api/uploads/7f');
  expect(SlowRequest.sent[1]?.headers.Authorization).toBe('Bearer a-key');

  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(screen.getByRole('status').textContent).toBe('Paused at 0 %');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(methods()).toContain('DELETE'));
  expect(screen.getByLabelText('Choose a video, or drop it here')).toBeTruthy();
});

it('asks how much has arrived before it goes on', async () => {
  render(<VideoUploader clipyard={connect('https://clips.example.com')} onUploaded={() => undefined} />);
  await userEvent.upload(screen.getByLabelText('Choose a video, or drop it here'), video);
  await waitFor(() => expect(methods()).toEqual(['POST', 'PATCH']));

  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }));

  await waitFor(() => expect(methods().slice(2, 3)).toEqual(['HEAD']));
});

it('begins anew when it is given another Clipyard', async () => {
  const uploader = (clipyard: Clipyard) => <VideoUploader clipyard={clipyard} onUploaded={() => undefined} />;
  const { rerender } = render(uploader(connect('https://clips.example.com', 'a-key')));
  await userEvent.upload(screen.getByLabelText('Choose a video, or drop it here'), video);
  await waitFor(() => expect(methods()).toEqual(['POST', 'PATCH']));

  rerender(uploader(connect('https://other.example.com', 'another-key')));
  await userEvent.upload(await screen.findByLabelText('Choose a video, or drop it here'), video);

  await waitFor(() => expect(methods()).toEqual(['POST', 'PATCH', 'POST', 'PATCH']));
  expect(SlowRequest.sent[2]?.address).toBe('https://other.example.com/api/uploads');
  expect(SlowRequest.sent[2]?.headers.Authorization).toBe('Bearer another-key');
});

it('refuses what cannot be a video before anything is sent', async () => {
  render(<VideoUploader clipyard={connect('https://clips.example.com')} onUploaded={() => undefined} />);

  const words = new File(['These are words.'], 'notes.mp4', { type: 'video/mp4' });
  await userEvent.upload(screen.getByLabelText('Choose a video, or drop it here'), words);

  expect((await screen.findByRole('alert')).textContent).toContain('does not begin as an MP4');
  expect(SlowRequest.sent).toEqual([]);
});
