/** Where to go after signing in: a path of our own pages, and nowhere else whatever a link says. */
export function returnPath(from: string | null): string {
  if (from === null) {
    return '/';
  }

  const here = globalThis.location.origin;
  const address = URL.parse(from, here);
  return address?.origin === here && from.startsWith('/') ? `${address.pathname}${address.search}` : '/';
}
