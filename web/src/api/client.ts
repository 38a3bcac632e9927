import createClient, { type Middleware } from 'openapi-fetch';
import { Failure } from './failure';
import type { paths } from './schema';

type Listener = () => void;
const expired = new Set<Listener>();

/** Calls back when the server no longer knows the session. */
export function onSessionExpired(listener: Listener): () => void {
  expired.add(listener);
  return () => expired.delete(listener);
}

/** Tells everybody that the session has ended. */
export function expireSession(): void {
  for (const listener of expired) {
    listener();
  }
}

const failures: Middleware = {
  onRequest({ request }) {
    // What other sites' forms cannot send; see docs/web.md, "Safe".
    request.headers.set('X-Clipyard', 'pages');
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) {
      return;
    }

    const failure = await Failure.read(response);
    if (failure.status === 401 && schemaPath !== '/api/sign-in') {
      expireSession();
    }

    throw failure;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : Failure.unreachable();
  },
};

/**
 * The one way to the server, typed by its OpenAPI document. A call that fails throws a {@link Failure}; read what came
 * with {@link answer}.
 */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  // Looked up at each call, so that tests can stand in for the network.
  fetch: (request) => globalThis.fetch(request),
});
api.use(failures);

/** The body of a call that answers with one. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) {
    throw new Error('The server answered without a body.');
  }

  return data;
}
