import { afterEach, expect, it, vi } from 'vitest';
import { answer, api, onSessionExpired } from './client';
import { Failure } from './failure';

afterEach(() => vi.unstubAllGlobals());

function answerWith(response: () => Response | Promise<Response>) {
  const fetched = vi.fn<(request: Request) => Promise<Response>>(async () => response());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const problem = (status: number, code: string) =>
  Response.json({ status, code, detail: 'Why.', remedies: ['How.'] }, { status });

it('marks every call as one of the pages', async () => {
  const fetched = answerWith(() => Response.json({ students: 1, clips: 2, size_bytes: 3 }));

  await expect(answer(api.GET('/api/v1/archive'))).resolves.toEqual({ students: 1, clips: 2, size_bytes: 3 });

  const request = fetched.mock.calls[0]?.[0];
  expect(request?.headers.get('X-Clipyard')).toBe('pages');
  expect(request?.credentials).toBe('same-origin');
});

it('throws the failure that the server tells', async () => {
  answerWith(() => problem(409, 'post_in_progress'));

  await expect(api.GET('/api/v1/archive')).rejects.toMatchObject({ code: 'post_in_progress', status: 409 });
});

it('throws a failure when nothing answers', async () => {
  answerWith(() => Promise.reject(new TypeError('Failed to fetch')));

  await expect(api.GET('/api/v1/archive')).rejects.toBeInstanceOf(Failure);
});

it('tells when the session has ended, but not when a password is wrong', async () => {
  const ended = vi.fn();
  const stop = onSessionExpired(ended);
  answerWith(() => problem(401, 'unauthenticated'));

  await expect(api.POST('/api/sign-in', { body: { name: 'a', password: 'b' } })).rejects.toBeInstanceOf(
    Failure,
  );
  expect(ended).not.toHaveBeenCalled();

  await expect(api.GET('/api/v1/archive')).rejects.toBeInstanceOf(Failure);
  expect(ended).toHaveBeenCalledOnce();
  stop();
});
