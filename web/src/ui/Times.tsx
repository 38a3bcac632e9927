import { useSyncExternalStore } from 'react';
import { formatLocal, formatRelative } from './format';

// One clock for all times on the page: they change together, and one timer is enough.
const readers = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of readers) {
      tell();
    }
  }, 20_000);
  return () => {
    readers.delete(reader);
    if (readers.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** How long ago or until, kept true; the exact time in the reader's zone on hover. */
export function RelativeTime({ at }: { at: string }) {
  const present = useSyncExternalStore(subscribe, () => now);
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatLocal(date)}>
      {formatRelative(date, new Date(Math.max(present, Date.now())))}
    </time>
  );
}

/** Date and time in the reader's zone, or in the one given. */
export function LocalTime({ at, zone }: { at: string; zone?: string }) {
  return <time dateTime={at}>{formatLocal(new Date(at), zone)}</time>;
}
