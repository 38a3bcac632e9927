import type { ClipKind } from '@/api/schema';

/** What of the archive is shown, and in which order. Kept in the address, so that a link and "Back" bring it again. */
export interface Filters {
  q: string;
  student: string;
  kind: ClipKind | '';
  /** Days in the reader's zone on which it was posted, both included: `2026-11-21`; empty without a bound. */
  from: string;
  to: string;
  sort: SortName;
}

export const sorts = {
  kept: { label: 'Kept last', sort: 'stored_at', order: 'desc' },
  'kept-first': { label: 'Kept first', sort: 'stored_at', order: 'asc' },
  posted: { label: 'Posted last', sort: 'created_at', order: 'desc' },
  'posted-first': { label: 'Posted first', sort: 'created_at', order: 'asc' },
  longest: { label: 'Longest', sort: 'duration', order: 'desc' },
  shortest: { label: 'Shortest', sort: 'duration', order: 'asc' },
  largest: { label: 'Largest', sort: 'size', order: 'desc' },
  smallest: { label: 'Smallest', sort: 'size', order: 'asc' },
} as const;

export type SortName = keyof typeof sorts;

export const kinds: Record<ClipKind, string> = { video: 'Video', photo: 'Photos', audio: 'Sound' };

export const nothing: Filters = { q: '', student: '', kind: '', from: '', to: '', sort: 'kept' };

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address; what makes no sense there counts as not given. */
export function readFilters(address: URLSearchParams): Filters {
  const kind = address.get('kind') ?? '';
  const sort = address.get('sort') ?? '';
  const dayAt = (name: string) => (day.test(address.get(name) ?? '') ? (address.get(name) ?? '') : '');
  return {
    q: address.get('q') ?? '',
    student: address.get('student') ?? '',
    kind: kind in kinds ? (kind as ClipKind) : '',
    from: dayAt('from'),
    to: dayAt('to'),
    sort: sort in sorts ? (sort as SortName) : 'kept',
  };
}

/** What stands in the address: only what differs from the usual. */
export function writeFilters(filters: Filters): URLSearchParams {
  const address = new URLSearchParams();
  for (const name of Object.keys(nothing) as (keyof Filters)[]) {
    if (filters[name] !== nothing[name]) {
      address.set(name, filters[name]);
    }
  }

  return address;
}

/** Whether anything is left out. */
export function isFiltered(filters: Filters): boolean {
  return writeFilters({ ...filters, sort: nothing.sort }).size > 0;
}

/** The same for the interface. */
export function queryOf({ q, student, kind, from, to, sort }: Filters) {
  const { sort: by, order } = sorts[sort];
  return {
    sort: by,
    order,
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(student === '' ? {} : { student_id: student }),
    ...(kind === '' ? {} : { kind }),
    ...(from === '' && to === '' ? {} : { time: 'created_at' }),
    ...(from === '' ? {} : { from: startOf(from, 0) }),
    ...(to === '' ? {} : { to: startOf(to, 1) }),
  };
}

/** When a day begins for the reader, or the one so many days later. */
function startOf(date: string, later: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, dayOfMonth + later).toISOString();
}
