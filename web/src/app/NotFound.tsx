import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeader } from '@/ui/PageHeader';

export function NotFound() {
  return (
    <>
      <PageHeader title="No such page" />
      <Stack align="flex-start">
        <Text>There is nothing at this address. The link may be old, or mistyped.</Text>
        <Button component={Link} to="/">
          Go to Home
        </Button>
      </Stack>
    </>
  );
}
