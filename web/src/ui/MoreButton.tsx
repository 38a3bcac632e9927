import { Button, Center } from '@mantine/core';

interface Props {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
}

/** Brings the next page of a list; not there on the last. */
export function MoreButton({ query }: Props) {
  return query.hasNextPage ? (
    <Center mt="md">
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Show more
      </Button>
    </Center>
  ) : null;
}
