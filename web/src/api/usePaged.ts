import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** A page of any list of the interface. */
export interface Page {
  count: number;
  total: number;
  next_cursor?: string | null;
}

interface Paged<TPage extends Page, TRow> {
  queryKey: QueryKey;
  /** Fetches one page; the first without a cursor. */
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<TPage>;
  /** The rows of a page. */
  rows: (page: TPage) => readonly TRow[];
  enabled?: boolean;
}

/** A list that the server gives out page by page, as one growing list. `query.fetchNextPage()` brings more. */
export function usePaged<TPage extends Page, TRow>({
  queryKey,
  load,
  rows,
  enabled = true,
}: Paged<TPage, TRow>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    enabled,
  });
  const pages = query.data?.pages;
  const all = useMemo(() => pages?.flatMap((page) => rows(page)) ?? [], [pages, rows]);
  return { query, rows: all, total: pages?.at(-1)?.total ?? 0 };
}
