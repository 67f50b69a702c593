import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocksPosting,
  consentOf,
  interactionsOf,
  labelOf,
  privacyChoices,
  type Situation,
  settledSettings,
  whyNotPost,
} from '../../../lib/drafts/audit';
import { type Content, type DraftMedia, untouchedSettings } from '../../../lib/drafts/draft';
import type { Creator } from '../../../lib/tiktok/creator';

const creator: Creator = {
  username: 'mara',
  nickname: 'Mara Films',
  privacyOptions: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'],
  commentDisabled: false,
  duetDisabled: false,
  stitchDisabled: false,
  maxVideoSeconds: 600,
};
const video: DraftMedia = {
  id: 'v',
  kind: 'video',
  source: { from: 'url', urls: ['https://shop.example/a.mp4'], status: 'direct' },
  duration: 12,
};
const content: Content = {
  kind: 'video',
  media: [video],
  title: '',
  caption: 'Hello',
  mode: 'direct',
  settings: { ...untouchedSettings, privacy: 'PUBLIC_TO_EVERYONE' },
};
const ready: Situation = {
  content,
  accountId: 'a',
  creator,
  creatorBlocked: false,
  askRightsOf: undefined,
  unfit: false,
};
const codes = (change: Partial<Situation>) => whyNotPost({ ...ready, ...change }).map(({ code }) => code);
const withSettings = (settings: Partial<Content['settings']>): Partial<Situation> => ({
  content: { ...content, settings: { ...content.settings, ...settings } },
});

describe('what stands between a draft and TikTok', () => {
  it('lets a complete direct post go', () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, Partial<Situation>, string]>([
    ['nothing chosen', { content: { ...content, media: [] } }, 'no_media'],
    ['no account', { accountId: undefined }, 'no_account'],
    ['a creator who cannot post now', { creatorBlocked: true }, 'creator_blocked'],
    ['an unanswered question about rights', { askRightsOf: '@someone' }, 'rights_unanswered'],
    ['a caption over the limit', { content: { ...content, caption: 'x'.repeat(2_201) } }, 'caption_too_long'],
    [
      'a video longer than this creator may post',
      { content: { ...content, media: [{ ...video, duration: 601 }] } },
      'video_too_long',
    ],
    ['an answer of creator_info still under way', { creator: undefined }, 'asking_tiktok'],
    ['privacy TikTok no longer offers', withSettings({ privacy: 'FOLLOWER_OF_CREATOR' }), 'privacy_gone'],
    ['disclosure on with nothing ticked', withSettings({ discloses: true }), 'undisclosed'],
    [
      'branded content only for oneself',
      withSettings({ privacy: 'SELF_ONLY', discloses: true, brandedContent: true }),
      'branded_private',
    ],
    ['media TikTok would refuse', { unfit: true }, 'unfit'],
  ])('stops %s', (_, change, code) => {
    expect(codes(change)).toContain(code);
  });

  it('never takes privacy for chosen before the person chose it', () => {
    const { privacy: _none, ...settings } = content.settings;
    expect(codes({ content: { ...content, settings } })).toEqual(['no_privacy']);
  });

  it('counts an emoji as the two units TikTok counts', () => {
    expect(codes({ content: { ...content, caption: '🚢'.repeat(1_100) } })).toEqual([]);
    expect(codes({ content: { ...content, caption: `${'🚢'.repeat(1_100)}.` } })).toEqual([
      'caption_too_long',
    ]);
  });

  it('holds photos to 90 for the title, 4000 for the description, 35 in number', () => {
    const photo: DraftMedia = { ...video, kind: 'photo' };
    const photos: Content = { ...content, kind: 'photo', media: [photo], title: 't'.repeat(91) };
    expect(codes({ content: photos })).toEqual(['title_too_long']);
    expect(codes({ content: { ...photos, title: '', caption: 'd'.repeat(4_001) } })).toEqual([
      'caption_too_long',
    ]);
    expect(codes({ content: { ...photos, title: '', media: Array(36).fill(photo) } })).toEqual([
      'too_many_photos',
    ]);
  });

  it('asks no choice of a person who sends to TikTok drafts', () => {
    const inbox: Content = { ...content, mode: 'inbox', settings: { ...untouchedSettings, discloses: true } };
    expect(codes({ content: inbox, creator: undefined })).toEqual([]);
  });

  it('stops direct posts at any trouble of creator_info, inbox only at trouble with the account', () => {
    expect(blocksPosting('spam_risk_too_many_posts', 'direct')).toBe(true);
    expect(blocksPosting('spam_risk_too_many_posts', 'inbox')).toBe(false);
    expect(blocksPosting('spam_risk_user_banned_from_posting', 'inbox')).toBe(true);
    expect(blocksPosting(undefined, 'direct')).toBe(false);
  });
});

describe('what the choices mean', () => {
  it.each([
    [{ discloses: false, yourBrand: true, brandedContent: true }, undefined, 'music'],
    [{ discloses: true, yourBrand: false, brandedContent: false }, undefined, 'music'],
    [{ discloses: true, yourBrand: true, brandedContent: false }, 'promotional', 'music'],
    [{ discloses: true, yourBrand: false, brandedContent: true }, 'paid', 'branded'],
    [{ discloses: true, yourBrand: true, brandedContent: true }, 'paid', 'branded'],
  ] as const)('%o is labelled %s with the %s consent', (settings, label, consent) => {
    expect(labelOf({ ...untouchedSettings, ...settings })).toBe(label);
    expect(consentOf({ ...untouchedSettings, ...settings })).toBe(consent);
  });

  it('offers exactly the options TikTok returned, with only-me out of reach for branded content', () => {
    const strange = { ...creator, privacyOptions: ['SELF_ONLY', 'SOMETHING_NEW'] };
    expect(privacyChoices(strange, { ...untouchedSettings, brandedContent: true })).toEqual([
      { value: 'SELF_ONLY', disabled: true },
      { value: 'SOMETHING_NEW', disabled: false },
    ]);
    expect(privacyChoices(undefined, untouchedSettings)).toEqual([]);
  });

  it('greys what the creator switched off and gives photos comments only', () => {
    expect(interactionsOf('video', { ...creator, duetDisabled: true })).toEqual([
      { what: 'allowComment', disabled: false },
      { what: 'allowDuet', disabled: true },
      { what: 'allowStitch', disabled: false },
    ]);
    expect(interactionsOf('photo', creator).map(({ what }) => what)).toEqual(['allowComment']);
  });

  it('never sends an interaction the creator switched off, nor a brand without disclosure', () => {
    const flag = fc.boolean();
    fc.assert(
      fc.property(
        flag,
        flag,
        flag,
        flag,
        flag,
        fc.constantFrom('video', 'photo'),
        (comment, duet, discloses, brand, off, kind) => {
          const asked = {
            ...untouchedSettings,
            allowComment: comment,
            allowDuet: duet,
            discloses,
            yourBrand: brand,
            brandedContent: brand,
          };
          const sent = settledSettings(
            { ...content, kind, settings: asked },
            { ...creator, commentDisabled: off, duetDisabled: off },
          );
          if (off) expect(sent.allowComment || sent.allowDuet).toBe(false);
          if (kind === 'photo') expect(sent.allowDuet || sent.allowStitch).toBe(false);
          if (!discloses) expect(sent.yourBrand || sent.brandedContent).toBe(false);
        },
      ),
    );
  });
});
