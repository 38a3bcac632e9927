import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PostAnswer } from '@/api/schema';
import { wallTime } from '@/pages/activity/wall';
import { show } from '@/testing/render';
import { localZone } from '@/ui/format';
import { useMove, usePlan } from './usePlan';

const [from, to] = [new Date(2100, 10, 1), new Date(2100, 11, 1)];
const noon = '2100-11-21T12:00';
const evening = '2100-11-22T18:30';

const post = {
  post_id: 'p1',
  revision: 3,
  account: { id: 'a', username: 'anna', nickname: null },
  schedule_time: new Date(noon).toISOString(),
} as PostAnswer;

const changes: { ifMatch: string | null; body: unknown }[] = [];
let answerOf: (response: Response) => void = () => undefined;

beforeEach(() => {
  changes.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'PATCH') {
      changes.push({ ifMatch: request.headers.get('If-Match'), body: await request.json() });
      return await new Promise<Response>((resolve) => {
        answerOf = resolve;
      });
    }

    return pathname === '/api/posts'
      ? Response.json({ posts: [post], count: 1, total: 1, next_cursor: null })
      : Response.json({ account_id: 'a' });
  });
});

afterEach(() => vi.unstubAllGlobals());

function Plan({ moveTo }: { moveTo: string }) {
  const { posts } = usePlan(from, to);
  const move = useMove();
  return (
    <>
      {posts.data?.posts.map((one) => (
        <p key={one.post_id}>At {wallTime(new Date(one.schedule_time ?? 0))}</p>
      ))}
      <button type="button" onClick={() => move.mutate({ post, to: moveTo })}>
        Move
      </button>
      {move.isError && <p role="alert">{move.error.message}</p>}
    </>
  );
}

it('shows the new time at once, and takes it back when it is refused', async () => {
  show(<Plan moveTo={evening} />);
  await screen.findByText(`At ${noon}`);

  await userEvent.click(screen.getByRole('button', { name: 'Move' }));
  expect(await screen.findByText(`At ${evening}`)).toBeTruthy();
  await vi.waitFor(() => expect(changes).toHaveLength(1));
  answerOf(
    Response.json(
      { status: 412, code: 'conflict', detail: 'It has changed.', remedies: [] },
      { status: 412 },
    ),
  );

  expect(await screen.findByText(`At ${noon}`)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('It has changed.');
  expect(changes).toEqual([{ ifMatch: '"3"', body: { schedule_time: evening, schedule_zone: localZone } }]);
});

it('does not ask the server for a time that is past', async () => {
  show(<Plan moveTo="2001-01-01T12:00" />);
  await screen.findByText(`At ${noon}`);

  await userEvent.click(screen.getByRole('button', { name: 'Move' }));

  expect((await screen.findByRole('alert')).textContent).toBe('That time is past.');
  expect(await screen.findByText(`At ${noon}`)).toBeTruthy();
  expect(changes).toEqual([]);
});
