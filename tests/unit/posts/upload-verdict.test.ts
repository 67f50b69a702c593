import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/errors/app-error';
import { judgeUpload, type Standing } from '../../../lib/posts/steps/upload-verdict';
import type { PublishStatus } from '../../../lib/tiktok/status';

const now = 10_000_000;
const standing = (more: Partial<Standing> = {}): Standing => ({
  size: 100,
  lastBegunAt: undefined,
  isClosed: false,
  ...more,
});
const atWork = (uploadedBytes?: number): PublishStatus => ({
  is: 'in-progress',
  word: 'PROCESSING_UPLOAD',
  postIds: [],
  ...(uploadedBytes === undefined ? {} : { uploadedBytes }),
});
const ended = (is: PublishStatus['is'], failReason?: string): PublishStatus => ({
  is,
  word: is,
  postIds: [],
  ...(failReason ? { failReason } : {}),
});
const justNow = { lastBegunAt: now - 1_000 };
const longAgo = { lastBegunAt: now - 600_000 };

describe('what to do with an upload that stopped', () => {
  it.each<[string, Standing, PublishStatus | AppError, string]>([
    ['goes on where TikTok is', standing(), atWork(40), 'resume'],
    ['goes on although TikTok cannot be asked', standing(), new AppError('network'), 'resume'],
    ['watches what has arrived whole', standing(justNow), atWork(100), 'watch'],
    [
      'begins anew when the address is dead and the end was never sent',
      standing({ isClosed: true }),
      atWork(40),
      'anew',
    ],
    [
      'begins anew even if TikTok cannot be asked, when the end was never sent',
      standing({ isClosed: true }),
      new AppError('network'),
      'anew',
    ],
    [
      'waits when the address is dead just after the end was sent',
      standing({ isClosed: true, ...justNow }),
      atWork(40),
      'later',
    ],
    [
      'begins anew when the end was sent long ago and TikTok still lacks bytes',
      standing({ isClosed: true, ...longAgo }),
      atWork(40),
      'anew',
    ],
    [
      'watches when the end was sent and TikTok does not count',
      standing({ isClosed: true, ...longAgo }),
      atWork(),
      'watch',
    ],
    [
      'asks later, rather than send anew, while nobody knows',
      standing({ isClosed: true, ...longAgo }),
      new AppError('timeout'),
      'later',
    ],
    ['takes TikTok’s word that it is out', standing(justNow), ended('published'), 'outcome'],
    [
      'takes TikTok’s word that it failed',
      standing(justNow),
      ended('failed', 'file_format_check_failed'),
      'outcome',
    ],
    [
      'begins anew when TikTok gave up waiting for an end we never sent',
      standing(),
      ended('failed', 'internal'),
      'anew',
    ],
    ['begins anew when TikTok never heard of it', standing(), new AppError('invalid_publish_id'), 'anew'],
    [
      'asks the person when TikTok forgot it after the end was sent',
      standing(justNow),
      new AppError('invalid_publish_id'),
      'doubt',
    ],
  ])('%s', (_what, stands, status, go) => {
    expect(judgeUpload(stands, status, now)).toMatchObject({ go });
  });

  it('never begins anew while TikTok may hold all bytes and has not said otherwise', () => {
    const stands = fc.record({
      size: fc.constant(100),
      lastBegunAt: fc.constantFrom(now - 1_000, now - 60_000),
      isClosed: fc.boolean(),
    });
    const status = fc.oneof(
      fc.nat(100).map((bytes) => atWork(bytes)),
      fc.constant(atWork()),
      fc
        .constantFrom('network', 'timeout', 'internal_error', 'access_token_invalid')
        .map((code) => new AppError(code as 'network')),
      fc.constantFrom(ended('published'), ended('in-inbox'), ended('failed', 'internal')),
    );
    fc.assert(fc.property(stands, status, (one, two) => judgeUpload(one, two, now).go !== 'anew'));
  });
});
