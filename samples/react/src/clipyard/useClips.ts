import { answer } from '@clipyard/client/createApi';
import { Failure } from '@clipyard/client/failure';
import type { ClipAnswer } from '@clipyard/client/schema';
import { useCallback, useEffect, useState } from 'react';
import type { Clipyard } from './connect';

/** Which clips. */
export interface ClipQuery {
  /** Of one student only, by your own id for them. */
  student?: string | undefined;
  /** Words of the caption, or a name. */
  search?: string | undefined;
  /** How many at a time, 1 to 200. */
  pageSize?: number | undefined;
}

interface Clips {
  clips: readonly ClipAnswer[];
  cursor: string | null;
  isLoading: boolean;
  failure: Failure | null;
}

const none: Clips = { clips: [], cursor: null, isLoading: true, failure: null };

/** The clips of an archive, newest first, page by page. */
export function useClips({ api }: Clipyard, { student, search, pageSize = 24 }: ClipQuery) {
  const [state, setState] = useState(none);

  const load = useCallback(
    async (cursor: string | null, signal: AbortSignal) => {
      try {
        const page = await answer(
          api.GET('/api/v1/clips', {
            signal,
            params: {
              query: {
                limit: pageSize,
                ...(student === undefined ? {} : { student_id: student }),
                ...(search === undefined || search === '' ? {} : { q: search }),
                ...(cursor === null ? {} : { cursor }),
              },
            },
          }),
        );
        signal.throwIfAborted();
        setState((old) => ({
          clips: cursor === null ? page.clips : [...old.clips, ...page.clips],
          cursor: page.next_cursor,
          isLoading: false,
          failure: null,
        }));
      } catch (error) {
        if (!signal.aborted) {
          setState((old) => ({ ...old, isLoading: false, failure: Failure.from(error) }));
        }
      }
    },
    [api, student, search, pageSize],
  );

  // What somebody asked for: the first page, or the one behind a cursor. Changes of the query begin anew.
  const [wanted, setWanted] = useState<{ cursor: string | null; load: typeof load }>({ cursor: null, load });
  const current = wanted.load === load ? wanted : { cursor: null, load };
  if (current !== wanted) {
    setWanted(current);
    setState(none);
  }

  useEffect(() => {
    const stop = new AbortController();
    void current.load(current.cursor, stop.signal);
    return () => stop.abort();
  }, [current]);

  const ask = (cursor: string | null) => {
    setState((old) => ({ ...old, isLoading: true, failure: null }));
    setWanted({ cursor, load });
  };
  return {
    ...state,
    hasMore: state.cursor !== null,
    more: () => ask(state.cursor),
    retry: () => ask(wanted.cursor),
  };
}
