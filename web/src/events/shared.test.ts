import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SharedStream } from './shared';
import type { ServerEvent } from './stream';

/** A connection that a tab has opened. */
interface Connection {
  after: string | null;
  send: (text: string) => void;
  lose: () => void;
}

const connections: Connection[] = [];
const open: SharedStream[] = [];
let isSignedIn = true;
let calls = 0;

/** One tab at a time has it, in the order in which they asked. */
class Locks {
  #turn: Promise<unknown> = Promise.resolve();

  request(_: string, options: { signal: AbortSignal }, hold: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(() => (options.signal.aborted ? undefined : hold()));
    this.#turn = mine;
    return mine;
  }
}

beforeEach(() => {
  connections.length = 0;
  isSignedIn = true;
  calls = 0;
  vi.stubGlobal('navigator', { locks: new Locks() });
  vi.stubGlobal('fetch', async (_: string, { headers, signal }: RequestInit) => {
    calls++;
    if (!isSignedIn) {
      return new Response(null, { status: 401 });
    }

    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    signal?.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => undefined));
    connections.push({
      after: (headers as Record<string, string>)['Last-Event-ID'] ?? null,
      send: (text) => void writer.write(new TextEncoder().encode(text)),
      lose: () => void writer.close(),
    });
    return { ok: true, status: 200, body: readable } as Response;
  });
});

afterEach(() => {
  for (const stream of open.splice(0)) {
    stream.close();
  }

  vi.unstubAllGlobals();
});

function tab() {
  const hooks = {
    event: vi.fn<(event: ServerEvent) => void>(),
    missed: vi.fn(),
    state: vi.fn(),
    unauthenticated: vi.fn(),
  };
  const stream = new SharedStream(hooks);
  open.push(stream);
  return {
    ...hooks,
    close: () => stream.close(),
    types: () => hooks.event.mock.calls.map(([{ type }]) => type),
  };
}

const event = (id: number, type: string) => `id: ${id}\nevent: ${type}\ndata: {}\n\n`;

/** What a browser says when the network is back; the stream waits no longer then. */
const backOnline = () => globalThis.dispatchEvent(new Event('online'));

/** Lets everything happen that waits for nothing but its turn. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('is read by one tab, which tells the others', async () => {
  const [first, second] = [tab(), tab()];
  await vi.waitFor(() => expect(connections).toHaveLength(1));
  await vi.waitFor(() => expect(second.state).toHaveBeenCalledWith('live'));

  connections[0]?.send(event(7, 'post.published'));

  await vi.waitFor(() => expect(second.types()).toEqual(['post.published']));
  expect(first.types()).toEqual(['post.published']);
  expect(connections).toHaveLength(1);
});

it('goes on in another tab behind the last event when the reading one is closed', async () => {
  const [first, second] = [tab(), tab()];
  await vi.waitFor(() => expect(second.state).toHaveBeenCalledWith('live'));
  connections[0]?.send(event(7, 'post.published'));
  await vi.waitFor(() => expect(second.types()).toHaveLength(1));

  first.close();

  await vi.waitFor(() => expect(connections).toHaveLength(2));
  expect(connections[1]?.after).toBe('7');
  connections[1]?.send(event(8, 'job.done'));
  await vi.waitFor(() => expect(second.types()).toEqual(['post.published', 'job.done']));
  expect(second.missed).not.toHaveBeenCalled();
});

it('says that it may have missed something when it cannot ask for what came in between', async () => {
  const one = tab();
  await vi.waitFor(() => expect(one.state).toHaveBeenCalledWith('live'));

  connections[0]?.lose();
  await vi.waitFor(() => expect(one.state).toHaveBeenLastCalledWith('interrupted'));
  expect(one.missed).not.toHaveBeenCalled();
  backOnline();

  await vi.waitFor(() => expect(one.missed).toHaveBeenCalledOnce());
  expect(one.state).toHaveBeenLastCalledWith('live');
});

it('stops when the session has ended', async () => {
  isSignedIn = false;
  const one = tab();

  await vi.waitFor(() => expect(one.unauthenticated).toHaveBeenCalledOnce());

  await turn();
  backOnline();
  await turn();
  expect(calls).toBe(1);
  expect(one.state).not.toHaveBeenCalledWith('live');
});
