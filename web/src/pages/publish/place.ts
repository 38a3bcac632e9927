import type { Failure } from '@/api/failure';

/** The parts of the composer that a refusal can be about. */
export type Place = 'source' | 'account' | 'caption' | 'settings' | 'time' | 'send';

const places: Record<string, Place> = {
  caption_too_long: 'caption',
  caption_rejected: 'caption',
  privacy_not_allowed: 'settings',
  unaudited_app: 'settings',
  unsupported_media: 'source',
  video_too_long: 'source',
  video_too_large: 'source',
  url_not_allowed: 'source',
  url_unreachable: 'source',
  not_connected: 'account',
  reconnect_needed: 'account',
  scope_missing: 'account',
  creator_blocked: 'account',
};

/** Where a refusal belongs: beside what has to be changed. */
export function placeOf(failure: Pick<Failure, 'code' | 'message'>): Place {
  if (failure.code === 'invalid_parameter' || failure.code === 'not_found') {
    return placeOfText(failure.message);
  }

  return places[failure.code] ?? 'send';
}

// Refused parameters are named, or speak of what they are about.
function placeOfText(message: string): Place {
  const words: readonly (readonly [RegExp, Place])[] = [
    [/schedule_|clocks/, 'time'],
    [/source|\bclip\b|upload|address/, 'source'],
    [/caption|title|description/, 'caption'],
    [/privacy|cover|brand|disable_/, 'settings'],
    [/account/, 'account'],
  ];
  return words.find(([word]) => word.test(message))?.[1] ?? 'send';
}
