import { Stack, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PageHeader } from '@/ui/PageHeader';
import { ClipGrid } from './ClipGrid';
import { FilterBar } from './FilterBar';
import { type Filters, readFilters, writeFilters } from './filters';
import { LibraryTabs } from './LibraryTabs';

const typingPause = 300;

/** Everything that is kept, to be searched and looked at. */
export function Component() {
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(address);
  const [typed, setTyped] = useState(filters.q);
  const show = (changed: Filters) => setAddress(writeFilters(changed), { replace: true });
  const search = useDebouncedCallback((q: string) => show({ ...filters, q }), typingPause);
  return (
    <>
      <PageHeader title="Library" actions={<LibraryTabs />}>
        Every clip with its files and its proof.
      </PageHeader>
      <Stack gap="lg">
        <FilterBar
          filters={filters}
          typed={typed}
          onType={(q) => {
            setTyped(q);
            search(q);
          }}
          onChange={(changed) => {
            setTyped(changed.q);
            show(changed);
          }}
        />
        <ClipGrid filters={filters} />
      </Stack>
      <Text size="xs" c="dimmed" mt="lg">
        Days are counted in your own time zone.
      </Text>
    </>
  );
}
