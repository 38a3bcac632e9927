import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { PostKind } from '@/api/schema';
import { show } from '@/testing/render';
import { CaptionSection } from './CaptionSection';
import { emptyForm } from './form';

function Typed({ kind, caption = '' }: { kind: PostKind; caption?: string }) {
  const [form, setForm] = useState({ ...emptyForm, caption });
  return (
    <CaptionSection form={form} change={(part) => setForm({ ...form, ...part })} kind={kind} refusal={null} />
  );
}

it('counts as TikTok does: most emoji are two', async () => {
  show(<Typed kind="video" />);

  await userEvent.click(screen.getByLabelText('Caption'));
  await userEvent.paste('A bee 🐝');

  expect(screen.getByText(/^8 of 2,200/)).toBeTruthy();
});

it('says how much is too much, of which kind', async () => {
  show(<Typed kind="video" caption={'a'.repeat(2_200)} />);
  expect(screen.queryByText(/too many/)).toBeNull();

  await userEvent.click(screen.getByLabelText('Caption'));
  await userEvent.paste('🐝');

  expect(screen.getByText('2 too many.')).toBeTruthy();
});

it('takes longer words and a title beside photos', async () => {
  show(<Typed kind="photos" caption={'a'.repeat(2_201)} />);
  expect(screen.queryByText(/too many/)).toBeNull();
  expect(screen.getByText(/^2,201 of 4,000/)).toBeTruthy();

  await userEvent.click(screen.getByLabelText('Title'));
  await userEvent.paste('t'.repeat(91));

  expect(screen.getByText('1 too many.')).toBeTruthy();
});
