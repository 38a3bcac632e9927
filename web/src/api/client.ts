import { type Access, createApi } from './createApi';

export { answer } from './createApi';

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

/** Our own server, in somebody's session. The header is what other sites' forms cannot send; see docs/web.md, "Safe". */
export const ours: Access = {
  server: globalThis.location?.origin ?? '',
  headers: { 'X-Clipyard': 'pages' },
};

/** The one way to the server. */
export const api = createApi(ours, (failure, path) => {
  if (failure.status === 401 && path !== '/api/sign-in') {
    expireSession();
  }
});
