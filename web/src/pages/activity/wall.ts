/** An instant as the reader's clocks show it, in the form of a date-and-time field: `2026-11-21T14:05`. */
export function wallTime(at: Date): string {
  const two = (part: number) => `${part}`.padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The next full hour, at least half an hour away: a time to begin with. */
export function soon(now: Date): string {
  const at = new Date(now.getTime() + 30 * 60_000);
  at.setHours(at.getHours() + 1, 0, 0, 0);
  return wallTime(at);
}

/** Whether a field holds a time that is past by the reader's clock. */
export function isPast(wall: string, now: Date): boolean {
  return new Date(wall).getTime() <= now.getTime();
}
