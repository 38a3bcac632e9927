import { expect, it } from 'vitest';
import { formatBytes, formatLength, formatRelative, formatSpan, plural } from './format';

it('writes bytes as the limits count them', () => {
  expect([0, 1023, 1024, 18_400_000, 4_294_967_296].map(formatBytes)).toEqual([
    '0 B',
    '1023 B',
    '1.0 KB',
    '17.5 MB',
    '4.0 GB',
  ]);
});

it('writes lengths as players do', () => {
  expect([7_400, 67_000, 3_723_000].map(formatLength)).toEqual(['0:07', '1:07', '1:02:03']);
});

it('writes spans in words', () => {
  expect([900, 61_000, 3_600_000, 3_900_000].map(formatSpan)).toEqual(['1 s', '1 min', '1 h', '1 h 5 min']);
});

it('writes how far a time is', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const at = (seconds: number) => formatRelative(new Date(now.getTime() + seconds * 1000), now);

  expect(at(-10)).toBe('just now');
  expect(at(300)).toBe('in 5 minutes');
  expect(at(-86_400)).toBe('yesterday');
});

it('counts days as calendars do', () => {
  const evening = new Date(2026, 10, 21, 23, 13);
  const to = (day: number, hour: number) => formatRelative(new Date(2026, 10, day, hour), evening);

  expect([to(22, 18), to(23, 18), to(25, 1), to(20, 9), to(28, 12)]).toEqual([
    'tomorrow',
    'in 2 days',
    'in 4 days',
    'yesterday',
    'in 7 days',
  ]);
  expect(to(22, 1)).toBe('in 1 hour');
});

it('counts one and many', () => {
  expect([plural(1, 'clip'), plural(0, 'clip'), plural(2, 'reply', 'replies')]).toEqual([
    '1 clip',
    '0 clips',
    '2 replies',
  ]);
});
