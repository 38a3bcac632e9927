import { Card, SimpleGrid, Skeleton, Stack, VisuallyHidden } from '@mantine/core';

const places = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Stands in for a list while it loads, as tall as the list will be. */
export function ListSkeleton({ rows = 3, height = 44 }: { rows?: number; height?: number }) {
  return (
    <Stack gap="xs" role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      {places(rows).map((place) => (
        <Skeleton key={place} height={height} />
      ))}
    </Stack>
  );
}

/** Stands in for a grid of cards while it loads. */
export function CardsSkeleton({ cards = 6, height = 220 }: { cards?: number; height?: number }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      {places(cards).map((place) => (
        <Skeleton key={place} height={height} radius="lg" />
      ))}
    </SimpleGrid>
  );
}

/** Stands in for a whole page while its code or first data loads. */
export function PageSkeleton() {
  return (
    <Stack gap="lg" role="status">
      <VisuallyHidden>Loading the page</VisuallyHidden>
      <Skeleton height={32} width={180} />
      <Card>
        <Stack gap="sm">
          <Skeleton height={18} width="40%" />
          <Skeleton height={44} />
          <Skeleton height={44} />
        </Stack>
      </Card>
    </Stack>
  );
}
