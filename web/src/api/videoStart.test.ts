import { expect, it } from 'vitest';
import { looksLikeVideo } from './videoStart';

const blob = (...bytes: number[]) => new Blob([new Uint8Array(bytes)]);
const box = (type: string) =>
  blob(0, 0, 0, 24, ...[...type].map((letter) => letter.charCodeAt(0)), 0, 0, 0, 0);

it.each([
  ['an MP4', box('ftyp'), true],
  ['an old MOV', box('wide'), true],
  ['a WebM', blob(0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4), true],
  ['a picture', blob(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70), false],
  ['nothing', blob(), false],
])('%s is judged by its first bytes', async (_, file, isVideo) => {
  expect(await looksLikeVideo(file)).toBe(isVideo);
});
