import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Failure } from '@/api/failure';
import { show } from '@/testing/render';
import { FailureAlert } from './FailureAlert';

afterEach(() => void vi.useRealTimers());

const limited = new Failure({
  code: 'rate_limited',
  status: 429,
  detail: 'Too many calls.',
  remedies: ['Wait a little.'],
  retry_after: 3,
});

it('says what went wrong and what helps', async () => {
  const retry = vi.fn();
  show(<FailureAlert error={Failure.unreachable()} title="The clips could not be loaded" onRetry={retry} />);

  expect(screen.getByRole('alert').textContent).toContain('Clipyard does not answer.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
});

it('lets nobody try again before the time that the server asked for', () => {
  vi.useFakeTimers();
  show(<FailureAlert error={limited} onRetry={() => undefined} />);

  expect(screen.getByRole('button', { name: 'Try again in 3 s' })).toHaveProperty('disabled', true);
  act(() => void vi.advanceTimersByTime(3_250));
  expect(screen.getByRole('button', { name: 'Try again' })).toHaveProperty('disabled', false);
});

it('shows nothing without a failure', () => {
  show(<FailureAlert error={null} />);

  expect(screen.queryByRole('alert')).toBeNull();
});
