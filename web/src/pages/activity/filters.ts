import type { PostState } from '@/api/schema';

/** The tabs of the page, by the word that stands in its address. */
export const tabs = {
  all: { label: 'All', states: [] },
  needs: { label: 'Needs you', states: ['awaiting_approval', 'uncertain'] },
  scheduled: { label: 'Scheduled', states: ['scheduled'] },
  underway: {
    label: 'Under way',
    states: ['preparing', 'queued', 'initialising', 'uploading', 'processing'],
  },
  done: { label: 'Done', states: ['in_inbox', 'published'] },
  failed: { label: 'Came to nothing', states: ['failed', 'rejected', 'cancelled'] },
} satisfies Record<string, { label: string; states: PostState[] }>;

export type Tab = keyof typeof tabs;

/** What is looked at. Days as the reader's clocks count them: `2026-11-21`. */
export interface Filters {
  tab: Tab;
  account: string | null;
  from: string | null;
  to: string | null;
}

const isTab = (word: string | null): word is Tab => word !== null && Object.hasOwn(tabs, word);
const day = /^\d{4}-\d{2}-\d{2}$/;
const dayOf = (word: string | null) =>
  word !== null && day.test(word) && !Number.isNaN(Date.parse(word)) ? word : null;

/** Reads them from the page's address; what makes no sense there counts as nothing. */
export function readFilters(address: URLSearchParams): Filters {
  const show = address.get('show');
  return {
    tab: isTab(show) ? show : 'all',
    account: address.get('account'),
    from: dayOf(address.get('from')),
    to: dayOf(address.get('to')),
  };
}

/** The same as they stand in the address. */
export function writeFilters({ tab, account, from, to }: Filters): URLSearchParams {
  const address = new URLSearchParams();
  if (tab !== 'all') {
    address.set('show', tab);
  }

  for (const [name, value] of Object.entries({ account, from, to })) {
    if (value !== null && value !== '') {
      address.set(name, value);
    }
  }

  return address;
}

/** What the interface is asked for. The last day counts as a whole. */
export function queryOf({ tab, account, from, to }: Filters) {
  const states: readonly PostState[] = tabs[tab].states;
  return {
    ...(states.length === 0 ? {} : { state: states.join(',') }),
    ...(account === null ? {} : { account_id: account }),
    ...(from === null ? {} : { from: midnight(from, 0) }),
    ...(to === null ? {} : { to: midnight(to, 1) }),
  };
}

function midnight(of: string, later: number): string {
  const [year = 0, month = 1, date = 1] = of.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
