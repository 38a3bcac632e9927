export const views = ['month', 'week', 'day'] as const;
export type View = (typeof views)[number];

/** A day by the reader's clock: `2026-11-21`. */
export function dayKey(at: Date): string {
  const two = (part: number) => `${part}`.padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The midnight with which such a day begins; null when it is none. */
export function dayOf(key: string | null): Date | null {
  const found = key === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(key);
  if (found === null) {
    return null;
  }

  const day = new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return dayKey(day) === key ? day : null;
}

export function addDays(day: Date, days: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
}

/** On which day weeks begin where the reader lives; 0 is Sunday. Monday where the browser does not know. */
export const firstDay = (() => {
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(
    new Intl.DateTimeFormat().resolvedOptions().locale,
  );
  return (locale.getWeekInfo?.().firstDay ?? 1) % 7;
})();

/** What a view shows around a day, weeks filled up: from the first midnight to the one after the last day. */
export function rangeOf(view: View, day: Date, weekStart = firstDay): { from: Date; to: Date } {
  const weekOf = (one: Date) => addDays(one, -((one.getDay() - weekStart + 7) % 7));
  switch (view) {
    case 'day':
      return { from: day, to: addDays(day, 1) };
    case 'week':
      return { from: weekOf(day), to: addDays(weekOf(day), 7) };
    case 'month': {
      const last = new Date(day.getFullYear(), day.getMonth() + 1, 0);
      return {
        from: weekOf(new Date(day.getFullYear(), day.getMonth(), 1)),
        to: addDays(weekOf(last), 7),
      };
    }
  }
}

/** A view further on or back. */
export function step(view: View, day: Date, by: 1 | -1): Date {
  if (view === 'month') {
    return new Date(day.getFullYear(), day.getMonth() + by, 1);
  }

  return addDays(day, view === 'week' ? 7 * by : by);
}

/** What is shown, as a heading. */
export function titleOf(view: View, day: Date): string {
  if (view === 'month') {
    return new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' }).format(day);
  }

  if (view === 'day') {
    return new Intl.DateTimeFormat(undefined, { dateStyle: 'full' }).format(day);
  }

  const { from, to } = rangeOf('week', day);
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).formatRange(from, addDays(to, -1));
}
