import { follow, type ServerEvent, type StreamEnd } from './stream';

/** Whether what the pages show follows the server at this moment. */
export type StreamState = 'connecting' | 'live' | 'interrupted';

type Message =
  | { kind: 'event'; event: ServerEvent }
  | { kind: 'state'; state: StreamState }
  | { kind: 'ask' };

interface Hooks {
  /** Something happened. */
  event: (event: ServerEvent) => void;
  /** The stream is back after a gap that it cannot fill: everything shown may be old. */
  missed: () => void;
  state: (state: StreamState) => void;
  unauthenticated: () => void;
}

const firstDelay = 1_000;
const longestDelay = 30_000;

/**
 * The event stream, one connection for all tabs: a browser allows six to a host, and a stream keeps its own for ever.
 * The tab that holds the lock reads and tells the others; when it closes, the next one goes on behind the last event.
 * Where locks or channels are missing (an address without https) each tab has its own stream.
 */
export class SharedStream {
  private readonly ending = new AbortController();
  private readonly channel =
    'BroadcastChannel' in globalThis ? new BroadcastChannel('clipyard-events') : null;
  private readonly hooks: Hooks;
  private last: string | null = null;
  private state: StreamState = 'connecting';
  private leads = false;

  constructor(hooks: Hooks) {
    this.hooks = hooks;
    this.channel?.addEventListener('message', (message: MessageEvent<Message>) => this.hear(message.data));
    const locks = globalThis.navigator?.locks;
    if (locks === undefined || this.channel === null) {
      void this.lead();
      return;
    }

    this.channel.postMessage({ kind: 'ask' } satisfies Message);
    locks
      .request('clipyard-events', { signal: this.ending.signal }, () => this.lead())
      .catch(() => undefined);
  }

  close(): void {
    this.ending.abort();
    this.channel?.close();
  }

  private hear(message: Message): void {
    if (this.leads) {
      if (message.kind === 'ask') {
        this.tell({ kind: 'state', state: this.state });
      }

      return;
    }

    if (message.kind === 'event') {
      this.deliver(message.event);
    } else if (message.kind === 'state') {
      this.show(message.state);
    }
  }

  private async lead(): Promise<void> {
    const { signal } = this.ending;
    this.leads = true;
    let delay = firstDelay;
    let wasOpen = false;
    while (!signal.aborted) {
      const after = this.last;
      const end: StreamEnd = await follow(
        after,
        signal,
        () => {
          delay = firstDelay;
          this.show('live');
          if (wasOpen && after === null) {
            this.hooks.missed();
          }

          wasOpen = true;
        },
        (event) => {
          this.deliver(event);
          this.tell({ kind: 'event', event });
        },
      );
      if (signal.aborted) {
        return;
      }

      if (end === 'unauthenticated') {
        this.hooks.unauthenticated();
        return;
      }

      this.show('interrupted');
      await pause(delay, signal);
      delay = Math.min(delay * 2, longestDelay);
    }
  }

  private deliver(event: ServerEvent): void {
    this.last = event.id ?? this.last;
    this.hooks.event(event);
  }

  private show(state: StreamState): void {
    this.state = state;
    this.hooks.state(state);
    if (this.leads) {
      this.tell({ kind: 'state', state });
    }
  }

  private tell(message: Message): void {
    if (!this.ending.signal.aborted) {
      this.channel?.postMessage(message);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    globalThis.addEventListener?.('online', done);
    signal.addEventListener('abort', done);
    function done() {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
