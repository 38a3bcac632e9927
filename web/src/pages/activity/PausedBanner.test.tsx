import { Notifications, notifications } from '@mantine/notifications';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '@/testing/render';
import { PausedBanner } from './PausedBanner';

let holdsMessages = false;
let paused = true;

beforeEach(() => {
  paused = true;
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (path === '/api/me') {
      return Response.json({ id: '1', name: 'anna', role: 'admin', key: null, scopes: ['admin'] });
    }

    paused &&= path !== '/api/publishing/resume';
    return Response.json({
      paused,
      reason: paused ? 'The database was put back.' : null,
      since: paused ? '2026-11-21T12:00:00Z' : null,
      holds_messages: paused && holdsMessages,
      open: 2,
      posts: [],
    });
  });
});

afterEach(() => {
  notifications.clean();
  vi.unstubAllGlobals();
});

function showBanner() {
  show(
    <>
      <Notifications />
      <PausedBanner />
    </>,
  );
}

it('says that webhooks and callbacks are told as well, before and after', async () => {
  holdsMessages = true;
  showBanner();

  const banner = await screen.findByRole('region', { name: 'Publishing is paused' });
  expect(banner.textContent).toContain('Messages to webhooks and callbacks wait, too');
  expect(within(banner).getByRole('link', { name: 'webhooks' })).toHaveProperty(
    'pathname',
    '/settings/webhooks',
  );
  await userEvent.click(within(banner).getByRole('button', { name: 'Resume publishing' }));
  const question = await screen.findByRole('dialog', { name: 'Let posts and messages go out again?' });
  expect(question.textContent).toContain('2 posts may go out or go on at once.');
  expect(question.textContent).toContain('Every message that waits for a webhook or a callback is sent');
  expect(question.textContent).toContain('First switch off the webhooks that should not get theirs');
  expect(paused).toBe(true);
  await userEvent.click(within(question).getByRole('button', { name: 'Resume publishing' }));

  await screen.findByText('Posts and messages go out again.');
  await vi.waitFor(() => expect(screen.queryByRole('region')).toBeNull());
});

it('speaks of posts alone when no message waits', async () => {
  holdsMessages = false;
  showBanner();

  const banner = await screen.findByRole('region', { name: 'Publishing is paused' });
  expect(banner.textContent).not.toContain('webhook');
  await userEvent.click(within(banner).getByRole('button', { name: 'Resume publishing' }));
  const question = await screen.findByRole('dialog', { name: 'Let posts go out again?' });
  expect(question.textContent).not.toContain('webhook');
  await userEvent.click(within(question).getByRole('button', { name: 'Resume publishing' }));

  await screen.findByText('Posts go out again.');
});
