import { describe, expect, it } from 'vitest';
import { Failure } from '@/api/failure';
import type { AccountAnswer, CreatorInfoAnswer } from '@/api/schema';
import { captionParts } from './caption';
import { emptyForm, type PostForm } from './form';
import { placeOf } from './place';
import { quotaWords } from './quota';
import {
  bars,
  bodyOf,
  brandedPrivateHint,
  disclosureHint,
  disclosureLabel,
  interactions,
  levels,
  mayBeBranded,
  missing,
  mustBeApproved,
  policies,
  type Surroundings,
  tooLong,
} from './rules';

const account: AccountAnswer = {
  account_id: 'a1',
  open_id: 'o1',
  username: 'anna',
  display_name: 'Anna',
  avatar_url: null,
  avatar_path: null,
  scopes: ['user.info.basic', 'video.upload', 'video.publish'],
  missing_scopes: [],
  state: 'connected',
  state_reason: null,
  access_expires_at: null,
  refresh_expires_at: null,
  connected_at: '2026-11-21T12:00:00Z',
};

const creator: CreatorInfoAnswer = {
  account_id: 'a1',
  username: 'anna',
  nickname: 'Anna',
  avatar_url: null,
  avatar_path: null,
  privacy_levels: ['PUBLIC_TO_EVERYONE', 'SELF_ONLY'],
  comment_disabled: false,
  duet_disabled: true,
  stitch_disabled: false,
  max_video_duration_ms: 60_000,
};

const around: Surroundings = { kind: 'video', account, creator, isBarred: false, durationMs: 12_000 };
const direct: PostForm = { ...emptyForm, mode: 'direct', clipId: '7', privacy: 'PUBLIC_TO_EVERYONE' };

describe('a fresh form', () => {
  it('is a draft with no level, no interaction and no disclosure', () => {
    expect(emptyForm).toMatchObject({
      mode: 'inbox',
      privacy: null,
      allowComment: false,
      allowDuet: false,
      allowStitch: false,
      discloses: false,
      isAiGenerated: false,
    });
  });

  it('as a direct post wants a level that somebody chose', () => {
    expect(missing({ ...direct, privacy: null }, around)).toEqual(['Choose who can watch it.']);
    expect(missing(direct, around)).toEqual([]);
  });

  it('does not take a level that the creator no longer offers', () => {
    const form = { ...direct, privacy: 'FOLLOWER_OF_CREATOR' };
    expect(missing(form, around)).toEqual(['Choose who can watch it.']);
    expect(bodyOf(form, around).privacy_level).toBeNull();
  });
});

describe('interactions', () => {
  it('are off until switched on, and stay off where the creator disabled them', () => {
    const form = { ...direct, allowComment: true, allowDuet: true };
    expect(interactions(form, around).map(({ isOn, isBarred }) => [isOn, isBarred])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect(bodyOf(form, around)).toMatchObject({
      disable_comment: false,
      disable_duet: true,
      disable_stitch: true,
    });
  });

  it('of photos are comments only', () => {
    const all = interactions({ ...direct, allowStitch: true }, { kind: 'photos', creator });
    expect(all.map(({ label }) => label)).toEqual(['Comments']);
  });
});

describe('commercial disclosure', () => {
  const disclosed = { ...direct, discloses: true };
  it('needs one of its kinds', () => {
    expect(missing(disclosed, around)).toEqual([disclosureHint]);
    expect(disclosureLabel(disclosed, 'video')).toBeNull();
  });

  it.each([
    [true, false, "Your video will be labeled as 'Promotional content'.", ['Music Usage Confirmation']],
    [
      false,
      true,
      "Your video will be labeled as 'Paid partnership'.",
      ['Branded Content Policy', 'Music Usage Confirmation'],
    ],
    [
      true,
      true,
      "Your video will be labeled as 'Paid partnership'.",
      ['Branded Content Policy', 'Music Usage Confirmation'],
    ],
  ])('own %s, branded %s: its label and what one agrees to', (yourBrand, brandedContent, label, agreed) => {
    const form = { ...disclosed, yourBrand, brandedContent };
    expect(disclosureLabel(form, 'video')).toBe(label);
    expect(policies(form).map(({ name }) => name)).toEqual(agreed);
    expect(missing(form, around)).toEqual([]);
    expect(bodyOf(form, around)).toMatchObject({
      brand_organic_toggle: yourBrand,
      brand_content_toggle: brandedContent,
    });
  });

  it('counts for nothing once it is switched off again', () => {
    const form = { ...direct, discloses: false, yourBrand: true, brandedContent: true };
    expect(disclosureLabel(form, 'video')).toBeNull();
    expect(policies(form).map(({ name }) => name)).toEqual(['Music Usage Confirmation']);
    expect(bodyOf(form, around)).toMatchObject({ brand_organic_toggle: false, brand_content_toggle: false });
  });

  it('as branded content does not go with "only me", whichever was chosen first', () => {
    expect(mayBeBranded({ ...disclosed, privacy: 'SELF_ONLY' })).toBe(false);
    const branded = { ...disclosed, brandedContent: true };
    expect(levels(branded, creator).map(({ label, disabled }) => [label, disabled])).toEqual([
      ['Everyone', false],
      ['Only me', true],
    ]);
    expect(missing({ ...branded, privacy: 'SELF_ONLY' }, around)).toEqual([brandedPrivateHint]);
  });
});

describe('what is not possible', () => {
  it('is a video longer than the creator may post', () => {
    expect(tooLong(direct, { ...around, durationMs: 60_040 })).toBeNull();
    expect(tooLong(direct, { ...around, durationMs: 61_000 })).toBe(
      'The video lasts 1:01; this creator may post up to 1:00.',
    );
    expect(tooLong(direct, { ...around, kind: 'photos', durationMs: 61_000 })).toBeNull();
    expect(tooLong({ mode: 'inbox' }, { ...around, durationMs: 61_000 })).toBeNull();
  });

  it('is a creator who may not post now', () => {
    const failure = (code: string) =>
      new Failure({ code, status: 429, detail: 'Refused.', remedies: ['Wait.'] });

    expect([bars(failure('daily_cap')), bars(failure('creator_blocked')), bars(failure('timeout'))]).toEqual([
      true,
      true,
      false,
    ]);
    const refused = { ...around, creator: null, isBarred: true };
    expect(missing(direct, refused)).toEqual([
      'TikTok takes no direct posts of this account now: try again later.',
    ]);
    expect(missing({ ...direct, mode: 'inbox' }, refused)).toEqual([]);
  });

  it('is a permission that was not granted, or an account that lapsed', () => {
    const draftsOnly = { ...account, scopes: ['video.upload'] };
    expect(missing(direct, { ...around, account: draftsOnly })).toContain(
      'The account did not allow direct posts.',
    );
    expect(missing({ ...direct, mode: 'inbox' }, { ...around, account: draftsOnly, creator: null })).toEqual(
      [],
    );
    expect(missing(direct, { ...around, account: { ...account, state: 'needs_reconnect' } })).toContain(
      'Connect the account again.',
    );
  });

  it('is a caption over the limit in UTF-16 units', () => {
    expect(missing({ ...direct, caption: '🌻'.repeat(1100) }, around)).toEqual([]);
    expect(missing({ ...direct, caption: `${'🌻'.repeat(1100)}!` }, around)).toEqual([
      'Shorten the caption.',
    ]);
  });

  it('is posting directly what nobody could look at', () => {
    const form: PostForm = { ...direct, sourceKind: 'address', address: 'https://a.example/b.mp4' };
    expect(mustBeApproved(form)).not.toBeNull();
    expect(bodyOf(form, around)).toMatchObject({
      approval: true,
      source: { url: 'https://a.example/b.mp4' },
    });
    expect(bodyOf({ ...form, mode: 'inbox' }, around).approval).toBe(false);
  });
});

describe('what is sent', () => {
  it('of a draft has no settings', () => {
    expect(bodyOf({ ...direct, mode: 'inbox', caption: 'Hello' }, around)).toEqual({
      source: { clip_id: '7' },
      mode: 'inbox',
      account_id: 'a1',
      content: 'Hello',
      repair: false,
      approval: false,
    });
  });

  it('at a time is the wall time and its zone, for the server to judge', () => {
    const form = { ...direct, isScheduled: true, wallTime: '2027-03-28T02:30', zone: 'Europe/Berlin' };
    expect(bodyOf(form, around)).toMatchObject({
      schedule_time: '2027-03-28T02:30',
      schedule_zone: 'Europe/Berlin',
    });
  });
});

describe('captions', () => {
  it('show their hashtags and mentions', () => {
    expect(captionParts('Hi @anna.b. #grün #b! mail@x.de')).toEqual([
      { kind: 'text', text: 'Hi ', at: 0 },
      { kind: 'mention', text: '@anna.b', at: 3 },
      { kind: 'text', text: '. ', at: 10 },
      { kind: 'hashtag', text: '#grün', at: 12 },
      { kind: 'text', text: ' ', at: 17 },
      { kind: 'hashtag', text: '#b', at: 18 },
      { kind: 'text', text: '! mail@x.de', at: 20 },
    ]);
  });
});

describe('refusals', () => {
  it.each([
    ['invalid_parameter', 'There is no 2027-03-28 02:30 in Europe/Berlin: the clocks skip it.', 'time'],
    ['invalid_parameter', "'schedule_time' 2020-01-01T00:00 is past.", 'time'],
    ['not_found', 'There is no upload 5, or another post has taken it.', 'source'],
    ['caption_too_long', 'The caption has 2,300 UTF-16 units.', 'caption'],
    ['privacy_not_allowed', 'SELF_ONLY was asked for.', 'settings'],
    ['rate_limited', 'Too many requests.', 'send'],
  ])('%s (%s) is shown at %s', (code, message, place) => {
    expect(placeOf({ code, message })).toBe(place);
  });
});

describe('quota', () => {
  const day = { used: 5, limit: 5, left: 0 };
  const quota = { pending_drafts: day, direct_posts: { used: 1, limit: null, left: null } };
  it('says before the button that a post would wait', () => {
    const told = quotaWords('inbox', quota as Parameters<typeof quotaWords>[1]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ isFull: true });
  });

  it('says nothing where TikTok alone decides', () => {
    expect(quotaWords('direct', quota as Parameters<typeof quotaWords>[1])).toEqual([]);
  });
});
