import { expect, it } from 'vitest';
import { recognise } from './recognise';

const kinds = (text: string) => recognise(text).map(({ kind, shown }) => `${kind} ${shown}`);

it('finds the kinds of addresses, with and without scheme', () => {
  expect(
    kinds(
      [
        'https://www.tiktok.com/@sunny.garden/video/7676039855859302657?lang=en',
        'tiktok.com/@paper.boats/photo/7676484384974438913',
        'https://vm.tiktok.com/ZTabc/',
        'https://www.tiktok.com/t/ZTxyz/',
        '@harbor_lights',
        'https://www.tiktok.com/@quiet_attic?lang=de',
        'https://m.tiktok.com/v/7676039855859302658.html',
        '7676039855859302659',
      ].join('\n'),
    ),
  ).toEqual([
    'video tiktok.com/@sunny.garden/video/7676039855859302657',
    'photo tiktok.com/@paper.boats/photo/7676484384974438913',
    'short vm.tiktok.com/ZTabc',
    'short tiktok.com/t/ZTxyz',
    'profile @harbor_lights',
    'profile @quiet_attic',
    'video m.tiktok.com/v/7676039855859302658.html',
    'video Post 7676039855859302659',
  ]);
});

it('passes over the words around an address', () => {
  expect(
    kinds('Look at this, @anna: (https://www.tiktok.com/@a/video/7676039855859302657), it is great!'),
  ).toEqual(['video tiktok.com/@a/video/7676039855859302657']);
  expect(kinds('nothing here')).toEqual([]);
});

it('names each post once', () => {
  expect(
    recognise('https://www.tiktok.com/@a/video/7676039855859302657 7676039855859302657 @b\n@b\n@B'),
  ).toHaveLength(2);
});

it('says why something cannot be fetched', () => {
  const reasons = recognise(
    [
      'https://www.tiktok.com/@a/live',
      'https://www.tiktok.com/tag/garden',
      'https://www.tiktok.com/explore',
      'https://example.com/watch/1',
    ].join('\n'),
  ).map(({ kind, reason }) => [kind, reason?.split(/[:,.]/)[0]]);

  expect(reasons).toEqual([
    ['unsupported', 'A live stream'],
    ['unsupported', "A hashtag's page"],
    ['unsupported', 'A page of TikTok that is neither a post nor a profile'],
    ['unsupported', 'example'],
  ]);
});
