import { type Access, type Api, createApi } from '@clipyard/client/createApi';

/** A Clipyard that components of this folder show or fill. Made once, outside of what React draws again. */
export interface Clipyard {
  access: Access;
  api: Api;
}

/**
 * Where Clipyard is, and how to be let in.
 *
 * Without a key the calls go out as those of a signed-in browser, which Clipyard takes from its own public address only;
 * or to a path of this page's own server that adds the key. The README says which to choose.
 */
export function connect(server: string, key = ''): Clipyard {
  const access: Access = {
    server: server.replace(/\/+$/, ''),
    headers: key === '' ? { 'X-Clipyard': 'react' } : { Authorization: `Bearer ${key}` },
  };
  return { access, api: createApi(access) };
}
