import { Stack } from '@mantine/core';
import { useState } from 'react';
import { PageHeader } from '@/ui/PageHeader';
import { Composer } from './Composer';
import { Downloads } from './Downloads';

/** Fetches posts by their addresses or their creator, and shows how it goes. */
export function Component() {
  const [started, setStarted] = useState<readonly string[]>([]);
  return (
    <>
      <PageHeader title="Get">Links or a creator's name in, clips on record out.</PageHeader>
      <Stack gap="xl" maw={860}>
        <Composer onStarted={setStarted} />
        <Downloads opened={started} />
      </Stack>
    </>
  );
}
