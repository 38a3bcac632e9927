import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PostAnswer } from '@/api/schema';
import { post } from '@/testing/post';
import { show } from '@/testing/render';
import { PostActions } from './PostActions';
import { useAct } from './useAct';

const asked: { method: string; path: string; body: unknown }[] = [];
let ifMatch: string | null = null;
let refusal: { status: number; code: string; detail: string } | null = null;

beforeEach(() => {
  asked.length = 0;
  refusal = null;
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (path === '/api/me') {
      return Response.json({ id: '1', name: 'anna', role: 'user', key: null, scopes: ['draft', 'approve'] });
    }

    ifMatch = request.headers.get('If-Match');
    const text = await request.text();
    asked.push({ method: request.method, path, body: text === '' ? null : JSON.parse(text) });
    if (refusal !== null) {
      const { status } = refusal;
      const problem = { ...refusal, remedies: ['Look at the account.'], success: false };
      refusal = null;
      return Response.json(problem, { status });
    }

    return Response.json(post('queued'));
  });
});

afterEach(() => void vi.unstubAllGlobals());

const fail = {
  code: 'network_error',
  message: 'It went wrong.',
  remedy: 'Look.',
  tiktok_code: null,
  log_id: null,
};

function Shown({ of }: { of: PostAnswer }) {
  return <PostActions post={of} act={useAct(of.post_id)} />;
}

it('sends what may be there already only after somebody says that they have looked', async () => {
  show(<Shown of={post('uncertain')} />);

  await userEvent.click(await screen.findByRole('button', { name: 'I have looked: it is not there' }));
  const question = await screen.findByRole('dialog');
  expect(question.textContent).toContain('sending it again makes a second one');
  expect(asked).toEqual([]);
  await userEvent.click(within(question).getByRole('button', { name: 'It is not there: send it again' }));

  expect(asked).toEqual([{ method: 'POST', path: '/api/posts/p1/retry', body: { not_posted: true } }]);
});

it('asks whether somebody has looked when the server says that it may be there', async () => {
  refusal = { status: 409, code: 'outcome_uncertain', detail: 'TikTok may have made it.' };
  show(<Shown of={post('failed', { fail })} />);

  await userEvent.click(await screen.findByRole('button', { name: 'Send again' }));
  await userEvent.click(await screen.findByRole('button', { name: 'It is not there: send it again' }));

  expect(asked.map(({ body }) => body)).toEqual([{ not_posted: false }, { not_posted: true }]);
});

it('cancels nothing when somebody goes back', async () => {
  show(<Shown of={post('scheduled')} />);

  await userEvent.click(await screen.findByRole('button', { name: 'Cancel the post' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Go back' }));

  expect(asked).toEqual([]);
});

it('overwrites nothing that was changed since somebody began to type', async () => {
  const { rerender } = show(<Shown of={post('scheduled')} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
  await userEvent.type(await screen.findByLabelText('Caption'), 'Mine');

  rerender(<Shown of={post('scheduled', { caption: 'Of somebody else', revision: 8 })} />);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Caption').value).toBe('Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({ method: 'PATCH', body: { content: 'Mine' } });
  expect(ifMatch).toBe('"7"');
});
