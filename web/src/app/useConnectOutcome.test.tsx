import { Notifications, notifications } from '@mantine/notifications';
import { screen } from '@testing-library/react';
import { useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '@/testing/render';
import { connectAddress, useConnectOutcome } from './useConnectOutcome';

const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(new URL(request.url).pathname);
    return Response.json({
      code: 'access_denied',
      status: 403,
      title: 'The consent was declined.',
      remedy: 'Connect again and allow it.',
    });
  });
});

afterEach(() => {
  notifications.clean();
  vi.unstubAllGlobals();
});

function Page() {
  useConnectOutcome();
  const { pathname, search } = useLocation();
  return (
    <>
      <Notifications />
      <p>At {pathname + search}.</p>
    </>
  );
}

it('says that an account is connected, and leaves nothing of it in the address', async () => {
  show(<Page />, '/publish?clip=7&tiktok=connected&account_id=a1');

  expect(await screen.findByText('The TikTok account is connected.')).toBeTruthy();
  expect(screen.getByText('At /publish?clip=7.')).toBeTruthy();
  expect(asked).toEqual([]);
});

it('explains in the catalogue’s words why none was', async () => {
  show(<Page />, '/accounts?tiktok=failed&code=access_denied');

  expect(await screen.findByText('The consent was declined.')).toBeTruthy();
  expect(screen.getByText('Connect again and allow it.')).toBeTruthy();
  expect(asked).toEqual(['/problems/access_denied']);
  expect(screen.getByText('At /accounts.')).toBeTruthy();
});

it('comes back to the page that it was begun from', () => {
  expect(connectAddress('/publish?clip=7')).toBe('/api/auth/tiktok?return_to=%2Fpublish%3Fclip%3D7');
});
