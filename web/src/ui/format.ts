const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes for people: `18.4 MB`. Powers of 1,024, as the limits of TikTok and of the server count. */
export function formatBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), units.length - 1);
  const amount = bytes / 1024 ** power;
  const digits = power === 0 || amount >= 100 ? 0 : 1;
  return `${amount.toFixed(digits)} ${units[power]}`;
}

/** A length of film: `0:07`, `1:02:03`. */
export function formatLength(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':');
}

/** How long something takes, in words: `2 min`, `1 h 5 min`. */
export function formatSpan(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }

  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }

  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

const counts = new Intl.NumberFormat();

/** A number with the reader's separators. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** `1 clip`, `2 clips`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'long' });
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['hour', 3_600],
  ['minute', 60],
];

/** How far from now: `in 5 minutes`, `yesterday`. Days are those of the reader's calendar, not spans of 24 hours. */
export function formatRelative(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000);
  if (Math.abs(seconds) >= 43_200 && Math.abs(seconds) < 604_800 && days !== 0) {
    return relative.format(days, 'day');
  }

  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) {
      return relative.format(Math.trunc(seconds / length), unit);
    }
  }

  return seconds > 0 ? 'in a moment' : 'just now';
}

// Rounded above: a day on which the clocks change has 23 hours or 25.
function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

/** Date and time in a zone, the reader's own unless given: `21 Nov 2026, 14:05`. */
export function formatLocal(at: Date, zone?: string): string {
  return new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(at);
}

/** The name of the reader's zone: `Europe/Berlin`. */
export const localZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
