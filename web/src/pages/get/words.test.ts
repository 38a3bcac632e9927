import { expect, it } from 'vitest';
import { progressOf, shortAddress } from './words';

const progress = {
  job_id: 'j',
  video_id: '1',
  bytes: 1_048_576,
  total_bytes: 3_145_728,
  bytes_per_second: 819_200,
  time_left_ms: 2_600,
};

it('says how far a transfer is, as far as it is known', () => {
  expect(progressOf(progress)).toBe('1.0 MB of 3.0 MB, 800 KB/s, 3 s left');
  expect(progressOf({ ...progress, total_bytes: null, bytes_per_second: 0, time_left_ms: null })).toBe(
    '1.0 MB',
  );
});

it('leaves out of an address what nobody reads', () => {
  expect(shortAddress('https://www.tiktok.com/@a/video/1')).toBe('tiktok.com/@a/video/1');
});
