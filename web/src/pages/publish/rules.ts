import { Failure } from '@/api/failure';
import type { AccountAnswer, CreatorInfoAnswer, PostBody, PostKind, SourceBody } from '@/api/schema';
import { formatLength } from '@/ui/format';
import { captionLimits } from './caption';
import { type PostForm, photoAddresses } from './form';

/*
 * What TikTok's sharing guidelines ask of a page that posts, and what its interface takes. Nothing here knows of
 * components; the server checks all of it once more.
 */

export const onlyMe = 'SELF_ONLY';

export const disclosureHint =
  'You need to indicate if your content promotes yourself, a third party, or both.';
export const brandedPrivateHint = 'Branded content visibility cannot be set to private.';

const levelNames: Record<string, string> = {
  PUBLIC_TO_EVERYONE: 'Everyone',
  MUTUAL_FOLLOW_FRIENDS: 'Friends (followers you follow back)',
  FOLLOWER_OF_CREATOR: 'Followers',
  SELF_ONLY: 'Only me',
};

/** A level for people: `Only me`. */
export function levelName(level: string): string {
  return levelNames[level] ?? level;
}

/** What is known about what the form names. */
export interface Surroundings {
  kind: PostKind;
  account: AccountAnswer | null;
  /** As TikTok just said it; null while it has not, or when it refuses to say. */
  creator: CreatorInfoAnswer | null;
  /** Whether TikTok just said that this account may not post now. */
  isBarred: boolean;
  /** Of the video; null while unknown. */
  durationMs: number | null;
}

const barring: readonly string[] = ['daily_cap', 'active_user_cap', 'creator_blocked'];

/** Whether this failure, met when asking what a creator may post, means: nothing now. */
export function bars(error: unknown): boolean {
  return error instanceof Failure && barring.includes(error.code);
}

export interface Level {
  value: string;
  label: string;
  disabled: boolean;
}

/** The levels to choose from, as the creator offers them now. */
export function levels(form: PostForm, creator: CreatorInfoAnswer): Level[] {
  return creator.privacy_levels.map((value) => ({
    value,
    label: levelName(value),
    disabled: value === onlyMe && isBranded(form),
  }));
}

/** The chosen level, when the creator still offers it. */
export function chosenLevel(form: PostForm, creator: CreatorInfoAnswer | null): string | null {
  return form.privacy !== null && creator?.privacy_levels.includes(form.privacy) === true
    ? form.privacy
    : null;
}

/** Whether a third party pays for it, as the form stands. */
export function isBranded(form: Pick<PostForm, 'discloses' | 'brandedContent'>): boolean {
  return form.discloses && form.brandedContent;
}

/** Whether "Branded content" can be ticked. */
export function mayBeBranded(form: PostForm): boolean {
  return form.brandedContent || form.privacy !== onlyMe;
}

/** How TikTok labels it; null without a label. */
export function disclosureLabel(form: PostForm, kind: PostKind): string | null {
  if (!form.discloses || !(form.yourBrand || form.brandedContent)) {
    return null;
  }

  const what = kind === 'photos' ? 'photo' : 'video';
  return `Your ${what} will be labeled as '${form.brandedContent ? 'Paid partnership' : 'Promotional content'}'.`;
}

export interface Policy {
  name: string;
  address: string;
}

const musicUsage: Policy = {
  name: 'Music Usage Confirmation',
  address: 'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en',
};
const brandedContent: Policy = {
  name: 'Branded Content Policy',
  address: 'https://www.tiktok.com/legal/page/global/bc-policy/en',
};

/** What one agrees to by posting, in the order of the sentence. */
export function policies(form: PostForm): readonly Policy[] {
  return isBranded(form) ? [brandedContent, musicUsage] : [musicUsage];
}

/** The interactions of a kind of post, whether they are on, and whether the creator's account allows them. */
export function interactions(form: PostForm, { kind, creator }: Pick<Surroundings, 'kind' | 'creator'>) {
  const all = [
    {
      name: 'allowComment',
      label: 'Comments',
      wanted: form.allowComment,
      isBarred: creator?.comment_disabled === true,
    },
    { name: 'allowDuet', label: 'Duets', wanted: form.allowDuet, isBarred: creator?.duet_disabled === true },
    {
      name: 'allowStitch',
      label: 'Stitches',
      wanted: form.allowStitch,
      isBarred: creator?.stitch_disabled === true,
    },
  ] as const;
  return all
    .filter(({ name }) => kind === 'video' || name === 'allowComment')
    .map(({ wanted, ...one }) => ({ ...one, isOn: wanted && !one.isBarred }));
}

// The server's own slack: the end of the last picture does not count.
const durationSlackMs = 50;

/** Why this video is too long for this creator to post; null when it is not. Of drafts TikTok's app judges. */
export function tooLong(
  { mode }: Pick<PostForm, 'mode'>,
  { kind, creator, durationMs }: Surroundings,
): string | null {
  const longest = creator?.max_video_duration_ms;
  return mode === 'inbox' ||
    kind === 'photos' ||
    longest == null ||
    durationMs === null ||
    durationMs <= longest + durationSlackMs
    ? null
    : `The video lasts ${formatLength(durationMs)}; this creator may post up to ${formatLength(longest)}.`;
}

/** The longest caption, in UTF-16 units. */
export function captionLimit(kind: PostKind): number {
  return captionLimits[kind];
}

const scopes = { inbox: 'video.upload', direct: 'video.publish' } as const;

/** Whether the account lets us do this. */
export function isGranted(account: AccountAnswer, mode: PostForm['mode']): boolean {
  return account.scopes.includes(scopes[mode]);
}

/** Why a direct post has to be looked at first, whatever was asked; null when it has not. */
export function mustBeApproved(form: PostForm): string | null {
  return form.mode === 'direct' && (form.sourceKind === 'address' || form.sourceKind === 'photos')
    ? 'Nobody can look at it before Clipyard has fetched it: it waits for approval with its preview.'
    : null;
}

/** What still has to be done before it can be sent, each in a sentence. */
export function missing(form: PostForm, around: Surroundings): string[] {
  const { account, kind } = around;
  const sentences = [
    sourceOf(form) === null ? sourceWishes[form.sourceKind] : null,
    account === null ? 'Choose the TikTok account.' : null,
    account !== null && account.state !== 'connected' ? 'Connect the account again.' : null,
    account !== null && !isGranted(account, form.mode)
      ? `The account did not allow ${form.mode === 'inbox' ? 'drafts' : 'direct posts'}.`
      : null,
    tooLong(form, around),
    form.caption.length > captionLimit(kind) ? 'Shorten the caption.' : null,
    kind === 'photos' && form.title.length > captionLimits.photoTitle ? 'Shorten the title.' : null,
    ...(form.mode === 'direct' ? missingOfDirect(form, around) : []),
    form.isScheduled && form.wallTime === '' ? 'Choose the day and the time.' : null,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

const sourceWishes: Record<PostForm['sourceKind'], string> = {
  clip: 'Choose a clip.',
  upload: 'Upload a video.',
  address: "Give the video's address.",
  photos: "Give the pictures' addresses.",
};

function missingOfDirect(
  form: PostForm,
  { creator, isBarred }: Pick<Surroundings, 'creator' | 'isBarred'>,
): (string | null)[] {
  return [
    isBarred ? 'TikTok takes no direct posts of this account now: try again later.' : null,
    creator === null && !isBarred ? 'TikTok has not said yet what this account may post.' : null,
    creator !== null && chosenLevel(form, creator) === null ? 'Choose who can watch it.' : null,
    form.discloses && !form.yourBrand && !form.brandedContent ? disclosureHint : null,
    isBranded(form) && form.privacy === onlyMe ? brandedPrivateHint : null,
  ];
}

/** Where the files come from, as the server wants to be told; null while nothing is chosen. */
export function sourceOf(form: PostForm): SourceBody | null {
  switch (form.sourceKind) {
    case 'clip':
      return form.clipId === null ? null : { clip_id: form.clipId };
    case 'upload':
      return form.upload === null ? null : { upload_id: form.upload.id };
    case 'address':
      return form.address.trim() === '' ? null : { url: form.address.trim() };
    case 'photos':
      return photoAddresses(form).length === 0 ? null : { images: photoAddresses(form) };
  }
}

/** The post that a form asks for. */
export function bodyOf(form: PostForm, around: Surroundings): PostBody {
  const isPhotos = around.kind === 'photos';
  return {
    source: sourceOf(form),
    mode: form.mode,
    ...(around.account === null ? {} : { account_id: around.account.account_id }),
    content: form.caption,
    ...(isPhotos && form.title !== '' ? { title: form.title } : {}),
    repair: form.repair,
    approval: form.approval || mustBeApproved(form) !== null,
    ...(form.isScheduled ? { schedule_time: form.wallTime, schedule_zone: form.zone } : {}),
    ...(form.mode === 'direct' ? settingsOf(form, around) : {}),
  };
}

function settingsOf(form: PostForm, around: Surroundings): Partial<PostBody> {
  const on = new Set(interactions(form, around).flatMap((one) => (one.isOn ? [one.name] : [])));
  return {
    privacy_level: chosenLevel(form, around.creator),
    disable_comment: !on.has('allowComment'),
    disable_duet: !on.has('allowDuet'),
    disable_stitch: !on.has('allowStitch'),
    brand_content_toggle: isBranded(form),
    brand_organic_toggle: form.discloses && form.yourBrand,
    is_aigc: form.isAiGenerated,
    ...(around.kind === 'video' && form.coverMs !== null ? { video_cover_timestamp_ms: form.coverMs } : {}),
  };
}
