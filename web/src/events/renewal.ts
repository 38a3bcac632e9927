import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ServerEvent } from './stream';

/** Which queries an event makes old, by the first word of their keys. */
export function staleBy(type: string): QueryKey[] {
  const [subject, what] = type.split('.');
  switch (subject) {
    case 'job':
      return what === 'progress' ? [] : [['jobs'], ['archive'], ['students'], ['clips']];
    case 'post':
      return what === 'progress' ? [] : [['posts'], ['quota']];
    case 'account':
      return [['accounts'], ['quota']];
    case 'task':
    case 'instance':
      return [['tasks']];
    case 'archive':
      return [['archive'], ['students'], ['clips']];
    case 'feed':
      return [['feeds']];
    case 'webhook':
      return [['webhooks']];
    default:
      return [];
  }
}

/** Gathers what has become old and renews it together, at most four times a second. */
export class Renewal {
  private readonly stale = new Map<string, QueryKey>();
  private readonly queries: QueryClient;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(queries: QueryClient) {
    this.queries = queries;
  }

  note(event: ServerEvent): void {
    for (const key of staleBy(event.type)) {
      this.stale.set(JSON.stringify(key), key);
    }

    if (this.stale.size > 0) {
      this.timer ??= setTimeout(() => this.renew(), 250);
    }
  }

  stop(): void {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
    }
  }

  private renew(): void {
    this.timer = null;
    const keys = [...this.stale.values()];
    this.stale.clear();
    for (const queryKey of keys) {
      void this.queries.invalidateQueries({ queryKey });
    }
  }
}
