import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { useRouteError } from 'react-router';

/** What a page shows when it breaks: that it did, and the way out. Nothing else of the shell is touched. */
export function RouteError() {
  const error = useRouteError();
  // After an update the old page asks for files that are gone; loading it anew brings the new ones.
  const isOld = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <Container size="xs" py="xl" role="alert">
      <title>Something broke · Clipyard</title>
      <Stack>
        <Title order={1}>{isOld ? 'Clipyard was updated' : 'This page broke'}</Title>
        <Text c="dimmed">
          {isOld
            ? 'Load the page again to get the new version.'
            : 'What runs on the server is not touched by that. Load the page again; if it breaks again, tell whoever looks after this server.'}
        </Text>
        <div>
          <Button onClick={() => globalThis.location.reload()}>Load again</Button>
        </div>
      </Stack>
    </Container>
  );
}
