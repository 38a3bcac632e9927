import { describe, expect, it } from 'vitest';
import { isFiltered, nothing, queryOf, readFilters, writeFilters } from './filters';

describe('the filters of the library', () => {
  it('come back from the address as they were written', () => {
    const filters = {
      ...nothing,
      q: 'harbour & sea',
      kind: 'photo' as const,
      from: '2026-11-01',
      sort: 'longest' as const,
    };

    expect(readFilters(writeFilters(filters))).toEqual(filters);
    expect(writeFilters(nothing).toString()).toBe('');
  });

  it('pass over what makes no sense', () => {
    expect(readFilters(new URLSearchParams('kind=film&sort=best&from=yesterday'))).toEqual(nothing);
  });

  it('ask the server for whole days of the reader', () => {
    const query = queryOf({ ...nothing, from: '2026-11-21', to: '2026-11-21' });

    expect(query.time).toBe('created_at');
    expect(Date.parse(query.to ?? '') - Date.parse(query.from ?? '')).toBe(24 * 60 * 60 * 1000);
    expect(queryOf(nothing)).toEqual({ sort: 'stored_at', order: 'desc' });
  });

  it('count as such only when they leave something out', () => {
    expect(isFiltered({ ...nothing, sort: 'largest' })).toBe(false);
    expect(isFiltered({ ...nothing, q: 'a' })).toBe(true);
  });
});
