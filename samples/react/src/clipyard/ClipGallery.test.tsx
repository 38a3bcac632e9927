import type { ClipAnswer } from '@clipyard/client/schema';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClipGallery } from './ClipGallery';
import { connect } from './connect';

const asked: Request[] = [];
let answers: (() => Response)[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request);
    return answers.shift()?.() ?? Response.error();
  });
});

afterEach(() => vi.unstubAllGlobals());

const clip = (id: string, caption: string) =>
  ({
    video_id: id,
    caption,
    username: 'sunny.garden',
    kind: 'video',
    duration_ms: 65_000,
    thumbnail_url: null,
    files: [],
  }) as unknown as ClipAnswer;

const page = (clips: ClipAnswer[], cursor: string | null) => () =>
  Response.json({ clips, count: clips.length, total: 2, total_is_exact: true, next_cursor: cursor });

const refused = () =>
  Response.json(
    { status: 403, code: 'forbidden', detail: 'This key may not read.', remedies: ['Make one that may.'] },
    { status: 403 },
  );

const searchOf = (request: Request | undefined) => new URL(request?.url ?? '').searchParams;

it('shows a student’s clips, and the next page after them', async () => {
  answers = [page([clip('1', 'Tomatoes')], 'behind-1'), page([clip('2', '  ')], null)];
  const clipyard = connect('https://clips.example.com/', 'a-key');
  render(<ClipGallery clipyard={clipyard} student="anna" pageSize={1} />);

  expect(await screen.findByText('Tomatoes')).toBeTruthy();
  expect(screen.getByText('1:05')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'More clips' }));
  expect(await screen.findByText('Without a caption')).toBeTruthy();

  expect(screen.getByText('Tomatoes')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'More clips' })).toBeNull();
  expect(asked.map((request) => new URL(request.url).origin)).toEqual(
    Array(2).fill('https://clips.example.com'),
  );
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer a-key');
  expect(searchOf(asked[0]).get('student_id')).toBe('anna');
  expect(searchOf(asked[1]).get('cursor')).toBe('behind-1');
});

it('gives the clip to the page that asked for it', async () => {
  answers = [page([clip('1', 'Tomatoes')], null)];
  const choose = vi.fn();
  const clipyard = connect('https://clips.example.com');
  render(<ClipGallery clipyard={clipyard} onChoose={choose} />);

  await userEvent.click(await screen.findByRole('button', { name: /Tomatoes/ }));

  expect(choose).toHaveBeenCalledWith(expect.objectContaining({ video_id: '1' }));
});

it('begins anew when something else is searched for', async () => {
  answers = [page([clip('1', 'Tomatoes')], null), page([clip('2', 'Boats')], null)];
  const clipyard = connect('https://clips.example.com');
  const { rerender } = render(<ClipGallery clipyard={clipyard} search="tom" />);
  await screen.findByText('Tomatoes');

  rerender(<ClipGallery clipyard={clipyard} search="boat" />);

  expect(await screen.findByText('Boats')).toBeTruthy();
  expect(screen.queryByText('Tomatoes')).toBeNull();
  expect(searchOf(asked[1]).get('q')).toBe('boat');
});

it('says in the server’s words what went wrong, and tries again', async () => {
  answers = [refused, page([], null)];
  const clipyard = connect('https://clips.example.com', 'a-key');
  render(<ClipGallery clipyard={clipyard} />);

  expect((await screen.findByRole('alert')).textContent).toContain(
    'This key may not read. Make one that may.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('No clip is kept here yet.')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
