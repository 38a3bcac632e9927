import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { Failure } from './failure';
import type { paths } from './schema';

/** A Clipyard, and how to be let in. */
export interface Access {
  /** Where it answers, without a slash at the end: `https://clips.example.com`, or a path of this page's own server. */
  server: string;
  /** What goes with every call: a key, or the mark of a signed-in page. */
  headers: Readonly<Record<string, string>>;
}

/** Every call there is. One that fails throws a {@link Failure}; read what came with {@link answer}. */
export type Api = Client<paths>;

/** A client of one Clipyard, typed by its OpenAPI document. */
export function createApi(
  { server, headers }: Access,
  failed?: (failure: Failure, path: string) => void,
): Api {
  const failures: Middleware = {
    onRequest({ request }) {
      for (const [name, value] of Object.entries(headers)) {
        request.headers.set(name, value);
      }
    },
    async onResponse({ response, schemaPath }) {
      if (response.ok) {
        return;
      }

      const failure = await Failure.read(response);
      failed?.(failure, schemaPath);
      throw failure;
    },
    onError({ error }) {
      return error instanceof DOMException && error.name === 'AbortError' ? error : Failure.unreachable();
    },
  };
  const api = createClient<paths>({
    baseUrl: server,
    // A session goes to the pages' own server alone; others are called with a key.
    credentials: 'same-origin',
    // Looked up at each call, so that tests can stand in for the network.
    fetch: (request) => globalThis.fetch(request),
  });
  api.use(failures);
  return api;
}

/** The body of a call that answers with one. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) {
    throw new Error('The server answered without a body.');
  }

  return data;
}
