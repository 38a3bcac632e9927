import type { PostTaskBody } from '@/api/schema';
import { localZone } from '@/ui/format';

/** What somebody chose for a task's post. */
export interface PostChoices {
  account: string;
  mode: 'inbox' | 'direct';
  caption: string;
  /** Empty until chosen: TikTok's rules want no default. */
  privacy: string;
  comment: boolean;
  duet: boolean;
  stitch: boolean;
  /** Whether it promotes something. */
  discloses: boolean;
  ownBrand: boolean;
  branded: boolean;
  /** A wall time in the reader's zone, `2026-11-21T14:05`; empty for as soon as possible. */
  time: string;
}

/** TikTok counts captions in UTF-16 units, as JavaScript does. */
export const longestCaption = 2200;

/** Only the creator can see it. */
export const onlyMe = 'SELF_ONLY';

const levels: Record<string, string> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  MUTUAL_FOLLOW_FRIENDS: 'Friends',
  FOLLOWER_OF_CREATOR: 'Followers',
  SELF_ONLY: 'Only me',
};

export function levelName(level: string): string {
  return levels[level] ?? level;
}

/** What is wrong with the choices, by field; empty when nothing is. */
export function faultsOf(choices: PostChoices, now: Date): Record<string, string> {
  const faults: Record<string, string> = {};
  if (choices.account === '') {
    faults.account = 'Which account';
  }

  if (choices.caption.length > longestCaption) {
    faults.caption = `${longestCaption.toLocaleString('en')} characters at most`;
  }

  if (choices.time !== '' && new Date(choices.time) <= now) {
    faults.time = 'A time to come';
  }

  if (choices.mode === 'inbox') {
    return faults;
  }

  if (choices.privacy === '') {
    faults.privacy = 'Choose who can see it';
  } else if (choices.discloses && choices.branded && choices.privacy === onlyMe) {
    faults.privacy = 'Branded content visibility cannot be set to private.';
  }

  if (choices.discloses && !choices.ownBrand && !choices.branded) {
    faults.discloses = 'You need to indicate if your content promotes yourself, a third party, or both.';
  }

  return faults;
}

/** The choices as the interface takes them. */
export function bodyOf(choices: PostChoices): PostTaskBody {
  const { mode, discloses } = choices;
  const caption = choices.caption.trim();
  return {
    mode,
    account_id: choices.account,
    ...(caption === '' ? {} : { title: caption }),
    ...(choices.time === '' ? {} : { schedule_time: choices.time, schedule_zone: localZone }),
    ...(mode === 'inbox'
      ? {}
      : {
          privacy_level: choices.privacy,
          disable_comment: !choices.comment,
          disable_duet: !choices.duet,
          disable_stitch: !choices.stitch,
          brand_organic_toggle: discloses && choices.ownBrand,
          brand_content_toggle: discloses && choices.branded,
        }),
  };
}
