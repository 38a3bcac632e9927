import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '@/testing/render';
import { Composer } from './Composer';

const calls: { method: string; path: string; body: unknown }[] = [];

beforeEach(() => {
  calls.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    const text = await request.text();
    calls.push({ method: request.method, path: pathname, body: text === '' ? null : JSON.parse(text) });
    return pathname === '/api/tiktok/students'
      ? Response.json({
          students: [{ student_id: 'anna', username: 'sunny.garden', stored_videos: 0, stored_bytes: 0 }],
          count: 1,
          total: 1,
          next_cursor: null,
        })
      : Response.json({ job_id: 'j1' }, { status: 202 });
  });
});

afterEach(() => vi.unstubAllGlobals());

async function paste(text: string) {
  await userEvent.click(screen.getByLabelText('Links or a creator'));
  await userEvent.paste(text);
}

const changes = () => calls.filter(({ method }) => method !== 'GET');

it('asks for links before it starts anything', async () => {
  show(<Composer onStarted={() => undefined} />);

  await paste('nothing of use');
  await userEvent.click(screen.getByRole('button', { name: 'Get' }));

  expect(screen.getByText('There is no TikTok link or name in it yet.')).toBeTruthy();
  expect(changes()).toEqual([]);
});

it('links a new creator, then fetches their newest posts', async () => {
  const started = vi.fn();
  show(<Composer onStarted={started} />);

  await paste('@New_One');
  await userEvent.click(screen.getByRole('button', { name: 'Get 10 of 1 creator' }));

  await vi.waitFor(() => expect(started).toHaveBeenCalledWith(['j1']));
  expect(changes()).toEqual([
    { method: 'PUT', path: '/api/tiktok/student/new_one/username', body: { username: 'New_One' } },
    { method: 'POST', path: '/api/tiktok/student/new_one/download', body: null },
  ]);
});

it('refuses a student who belongs to another creator', async () => {
  show(<Composer onStarted={() => undefined} />, '/get?student=anna&text=@New_One');

  expect(await screen.findByText('anna is linked to @sunny.garden.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Get 10 of 1 creator' }));

  expect(changes()).toEqual([]);
});
