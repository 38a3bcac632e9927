import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PostAnswer } from '@/api/schema';
import { post } from '@/testing/post';
import { show } from '@/testing/render';
import { EditPost } from './EditPost';
import { postQuery } from './posts';
import { useAct } from './useAct';

const onClose = vi.fn();
const sent: { ifMatch: string | null; body: unknown }[] = [];
let kept: PostAnswer;

// As the server does: a change of another revision than its own is refused.
beforeEach(() => {
  onClose.mockClear();
  sent.length = 0;
  kept = post('scheduled', { caption: 'First', schedule_time: '2099-05-01T10:00:00Z' });
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') {
      return Response.json(kept);
    }

    const ifMatch = request.headers.get('If-Match');
    sent.push({ ifMatch, body: await request.json() });
    return ifMatch === `"${kept.revision}"`
      ? Response.json({ ...kept, revision: kept.revision + 1 })
      : Response.json(
          { code: 'conflict', status: 409, detail: 'It is another one.', remedies: [] },
          { status: 409 },
        );
  });
});

afterEach(() => void vi.unstubAllGlobals());

function Page() {
  const { data } = useQuery(postQuery('p1'));
  const act = useAct('p1');
  return data === undefined ? null : <EditPost post={data} act={act} onClose={onClose} />;
}

async function typeAndBeRefused(change: Partial<PostAnswer>) {
  show(<Page />);
  const caption = await screen.findByLabelText<HTMLTextAreaElement>('Caption');
  await userEvent.clear(caption);
  await userEvent.type(caption, 'Mine');
  kept = { ...kept, revision: 9, ...change };
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('The post was changed meanwhile');
  return caption;
}

const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });

it('saves what was typed over a change of somebody else once that was seen', async () => {
  const caption = await typeAndBeRefused({ caption: 'Of somebody else', schedule_time: null });

  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'The caption is now “Of somebody else”.',
    'It goes out as soon as possible now.',
  ]);
  expect(save().disabled).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Keep what I typed' }));
  expect(caption.value).toBe('Mine');
  expect(document.activeElement).toBe(caption);
  expect(screen.getByLabelText<HTMLInputElement>('As soon as possible').checked).toBe(true);
  await userEvent.click(save());

  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(sent.map(({ ifMatch }) => ifMatch)).toEqual(['"7"', '"9"']);
  expect(sent[1]?.body).toEqual({ content: 'Mine' });
});

it('begins again with what is there when somebody wants that', async () => {
  const caption = await typeAndBeRefused({ caption: 'Of somebody else' });

  await userEvent.click(screen.getByRole('button', { name: 'Take what is there now' }));
  expect(caption.value).toBe('Of somebody else');
  await userEvent.click(save());

  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(sent).toHaveLength(1);
});

it('asks again when it was changed once more', async () => {
  const caption = await typeAndBeRefused({ caption: 'Of somebody else' });
  await userEvent.click(screen.getByRole('button', { name: 'Keep what I typed' }));
  expect(screen.queryByText('The post was changed meanwhile')).toBeNull();

  kept = { ...kept, revision: 10, caption: 'Of a third one' };
  await userEvent.click(save());

  await screen.findByText('The caption is now “Of a third one”.');
  expect(caption.value).toBe('Mine');
});

it('leaves the words to be copied when the post can be changed no more', async () => {
  const caption = await typeAndBeRefused({ state: 'uploading' });

  expect(screen.getByRole('alert').textContent).toContain('It can be changed no more');
  expect(screen.queryByRole('button', { name: 'Keep what I typed' })).toBeNull();
  expect(caption.value).toBe('Mine');
  expect(save().disabled).toBe(true);
});
