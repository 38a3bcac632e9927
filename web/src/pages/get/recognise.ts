/** What a piece of pasted text looks like. The server reads it again and decides. */
export type FoundKind = 'video' | 'photo' | 'short' | 'profile' | 'unsupported';

/** An address, or a short form of one, in what somebody pasted. */
export interface Found {
  kind: FoundKind;
  /** As the server is told. */
  text: string;
  /** As people read it: without scheme and query; `@name` of a creator. */
  shown: string;
  /** The creator's name, without @; null where the address has none. */
  username: string | null;
  /** Why it cannot be fetched; null when it can. */
  reason: string | null;
}

const sites = new Set([
  'tiktok.com',
  'www.tiktok.com',
  'm.tiktok.com',
  't.tiktok.com',
  'pro.tiktok.com',
  'tiktokv.com',
  'www.tiktokv.com',
  'm.tiktokv.com',
]);
const shortHosts = new Set(['vm.tiktok.com', 'vt.tiktok.com']);
const others: readonly [RegExp, string][] = [
  [/^\/@[^/]*\/live\/?$|^\/share\/live\//, 'A live stream: it cannot be kept.'],
  [/^\/tag\//, "A hashtag's page, not a post. Open one of its posts and paste that address."],
  [/^\/music\//, "A sound's page, not a post. Open one of its posts and paste that address."],
  [/^\/sticker\//, "An effect's page, not a post. Open one of its posts and paste that address."],
  [/^\/@[^/]*\/(collection|playlist)\//, 'A list of posts. Paste the posts themselves.'],
];
const name = /^[A-Za-z0-9_.-]{1,128}$/;
const wrapped = /^[<>()[\]{}"'“”‘’«»,;]+|[<>()[\]{}"'“”‘’«»,;.!]+$/g;

/** Every address in a text, in its order, each once. Words around them are passed over. */
export function recognise(text: string): Found[] {
  const found = new Map<string, Found>();
  for (const line of text.split(/\r?\n/)) {
    const words = line.split(/\s+/).filter((word) => word !== '');
    for (const word of words) {
      const one = read(word, words.length === 1);
      if (one !== null && !found.has(keyOf(one))) {
        found.set(keyOf(one), one);
      }
    }
  }

  return [...found.values()];
}

function read(word: string, isAlone: boolean): Found | null {
  const text = word.replace(wrapped, '');
  if (isAlone && text.startsWith('@') && name.test(text.slice(1))) {
    return profile(text.slice(1));
  }

  if (/^\d{17,20}$/.test(text)) {
    return post('video', text, `Post ${text}`, null);
  }

  const address = addressIn(text);
  return address === null ? null : readAddress(address, text);
}

/** With or without scheme; null for a word that is no address. */
function addressIn(text: string): URL | null {
  const hasScheme = /^https?:\/\//i.test(text);
  if (!hasScheme && !/^([a-z0-9-]+\.)*tiktokv?\.com(\/|$)/i.test(text)) {
    return null;
  }

  const address = hasScheme ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address) : null;
}

function readAddress(address: URL, text: string): Found {
  const host = address.hostname.toLowerCase();
  const path = address.pathname.replace(/^\/%40/, '/@');
  const shown = host.replace(/^www\./, '') + path.replace(/\/$/, '');
  if (!sites.has(host) && !shortHosts.has(host)) {
    return unsupported(text, shown, `${host} is not TikTok.`);
  }

  const parts = path.split('/').filter((part) => part !== '');
  const owned = /^\/@([^/]*)\/(video|photo)\/(\d{1,20})\/?$/.exec(path);
  if (owned !== null) {
    return post(owned[2] === 'photo' ? 'photo' : 'video', text, shown, owned[1] || null);
  }

  if (
    /^\/(i18n\/share|share|embed\/v2|player\/v1|embed|video|v)\/(video\/)?\d{1,20}(\.html)?\/?$/.test(path)
  ) {
    return post('video', text, shown, null);
  }

  if ((shortHosts.has(host) && parts.length === 1) || (parts[0] === 't' && parts.length === 2)) {
    return { kind: 'short', text, shown, username: null, reason: null };
  }

  const creator = /^\/@([^/]+)\/?$/.exec(path);
  if (creator?.[1] !== undefined && name.test(creator[1])) {
    return profile(creator[1]);
  }

  if (/[?&]item_id=\d+/.test(address.search)) {
    return post('video', text, shown, null);
  }

  const why = others.find(([pattern]) => pattern.test(path))?.[1];
  return unsupported(text, shown, why ?? 'A page of TikTok that is neither a post nor a profile.');
}

function post(kind: 'video' | 'photo', text: string, shown: string, username: string | null): Found {
  return { kind, text, shown, username, reason: null };
}

function profile(username: string): Found {
  const shown = `@${username}`;
  return { kind: 'profile', text: shown, shown, username, reason: null };
}

function unsupported(text: string, shown: string, reason: string): Found {
  return { kind: 'unsupported', text, shown, username: null, reason };
}

/** Two addresses of one post are one. */
function keyOf({ kind, shown }: Found): string {
  if (kind !== 'video' && kind !== 'photo') {
    return shown.toLowerCase();
  }

  return /(\d{1,20})(\.html)?$/.exec(shown)?.[1] ?? shown;
}
