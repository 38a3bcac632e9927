import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';
import { expireSession } from '@/api/client';
import { Renewal } from './renewal';
import { SharedStream, type StreamState } from './shared';
import type { ServerEvent } from './stream';

type Listener = (event: ServerEvent) => void;

interface Events {
  state: StreamState;
  subscribe: (listener: Listener) => () => void;
}

const EventsContext = createContext<Events>({ state: 'connecting', subscribe: () => () => undefined });

/** Follows what happens while somebody is signed in, and renews the queries that it makes old. */
export function EventsProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');
  const [listeners] = useState(() => new Set<Listener>());

  useEffect(() => {
    const renewal = new Renewal(queries);
    const stream = new SharedStream({
      event: (event) => {
        renewal.note(event);
        for (const listener of listeners) {
          listener(event);
        }
      },
      missed: () => void queries.invalidateQueries(),
      state: setState,
      unauthenticated: expireSession,
    });
    return () => {
      stream.close();
      renewal.stop();
    };
  }, [queries, listeners]);

  const events = useMemo<Events>(
    () => ({
      state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [state, listeners],
  );
  return <EventsContext value={events}>{children}</EventsContext>;
}

/** Whether what is shown follows the server now. */
export function useStreamState(): StreamState {
  return useContext(EventsContext).state;
}

/** Calls back for every event whose type begins so: `post.`, `job.progress`. */
export function useServerEvents(prefix: string, receive: Listener): void {
  const { subscribe } = useContext(EventsContext);
  const heard = useEffectEvent((event: ServerEvent) => {
    if (event.type.startsWith(prefix)) {
      receive(event);
    }
  });
  useEffect(() => subscribe((event) => heard(event)), [subscribe]);
}
