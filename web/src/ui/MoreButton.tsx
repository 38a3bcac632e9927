import { Button, Center } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  /** What it says: "Older downloads". */
  children?: ReactNode;
  size?: 'xs' | 'sm';
  /** Just the button, where the page wants it; else centred below the list. */
  inline?: boolean;
}

/** Brings the next page of a list; not there on the last. */
export function MoreButton({ query, children = 'Show more', size = 'sm', inline = false }: Props) {
  if (!query.hasNextPage) {
    return null;
  }

  const button = (
    <Button
      variant="default"
      size={size}
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {children}
    </Button>
  );
  return inline ? button : <Center mt="md">{button}</Center>;
}
