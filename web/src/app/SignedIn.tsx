import { Center, Container, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { onSessionExpired } from '@/api/client';
import { followOtherTabs, forget, useMe } from '@/api/session';
import { EventsProvider } from '@/events/EventsProvider';
import { ConfirmProvider } from '@/ui/ConfirmProvider';
import { FailureAlert } from '@/ui/FailureAlert';

/** Everything that only a signed-in person sees. Whoever is not goes to the sign-in page, and comes back here after. */
export function SignedIn() {
  const me = useMe();
  const queries = useQueryClient();
  const location = useLocation();
  useEffect(() => onSessionExpired(() => forget(queries)), [queries]);
  useEffect(() => followOtherTabs(queries), [queries]);

  if (me.isPending) {
    return (
      <Center mih="100dvh">
        <Loader aria-label="Loading" />
      </Center>
    );
  }

  if (me.isError) {
    return (
      <Container size="xs" py="xl">
        <title>Clipyard</title>
        <FailureAlert error={me.error} onRetry={() => void me.refetch()} />
      </Container>
    );
  }

  if (me.data === null) {
    const from = `${location.pathname}${location.search}`;
    return <Navigate to={from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`} replace />;
  }

  return (
    <EventsProvider>
      <ConfirmProvider>
        <Outlet />
      </ConfirmProvider>
    </EventsProvider>
  );
}
