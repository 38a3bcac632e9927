import { describe, expect, it } from 'vitest';
import { bodyOf, faultsOf, type PostChoices } from './postForm';

const now = new Date('2026-11-21T12:00:00Z');
const draft: PostChoices = {
  account: 'a',
  mode: 'inbox',
  caption: 'Tulips',
  privacy: '',
  comment: false,
  duet: false,
  stitch: false,
  discloses: false,
  ownBrand: false,
  branded: false,
  time: '',
};
const direct: PostChoices = { ...draft, mode: 'direct', privacy: 'PUBLIC_TO_EVERYONE' };

describe('what may be sent', () => {
  it('lets a draft go without choosing who sees it, and a direct post not', () => {
    expect(faultsOf(draft, now)).toEqual({});
    expect(faultsOf({ ...direct, privacy: '' }, now)).toHaveProperty('privacy');
    expect(faultsOf(direct, now)).toEqual({});
  });

  it('wants to know what a promotion promotes', () => {
    expect(faultsOf({ ...direct, discloses: true }, now)).toHaveProperty('discloses');
    expect(faultsOf({ ...direct, discloses: true, ownBrand: true }, now)).toEqual({});
  });

  it('refuses branded content that only the creator can see', () => {
    const choices = { ...direct, discloses: true, branded: true, privacy: 'SELF_ONLY' };
    expect(faultsOf(choices, now)).toHaveProperty('privacy');
  });

  it('refuses a time that has passed', () => {
    expect(faultsOf({ ...draft, time: '2020-01-01T10:00' }, now)).toHaveProperty('time');
  });
});

describe('what is sent', () => {
  it('sends no settings with a draft', () => {
    expect(bodyOf(draft)).toEqual({ mode: 'inbox', account_id: 'a', title: 'Tulips' });
  });

  it('turns what is allowed into what is disabled, and forgets brands that are not disclosed', () => {
    expect(bodyOf({ ...direct, comment: true, branded: true })).toMatchObject({
      disable_comment: false,
      disable_duet: true,
      disable_stitch: true,
      brand_content_toggle: false,
      brand_organic_toggle: false,
    });
  });
});
