import { describe, expect, it } from 'vitest';
import { auditCsv, auditTrail } from '../../../lib/data/audit-trail';
import { account, attempt, post } from './house';

describe('auditTrail', () => {
  it('tells of every publish: ids, times, account, route, outcome', () => {
    expect(
      auditTrail([post({ link: 'https://www.tiktok.com/@fern/video/7301234567890123457' })], [account()]),
    ).toEqual([
      {
        postId: 'post-1',
        attempt: 1,
        accountId: 'open-1',
        account: '@fern',
        kind: 'video',
        mode: 'direct',
        privacy: 'PUBLIC_TO_EVERYONE',
        route: 'upload',
        submittedAt: '1970-01-01T00:00:00.500Z',
        sentAt: '1970-01-01T00:00:02.000Z',
        endedAt: '1970-01-01T00:00:03.000Z',
        outcome: 'published',
        publishId: 'v_pub_file~v2.1',
        videoIds: ['7301234567890123457'],
        link: 'https://www.tiktok.com/@fern/video/7301234567890123457',
        caption: 'Glazing day',
      },
    ]);
  });

  it('gives every attempt a row, and only the last one the outcome', () => {
    const failed = attempt({ error: { code: 'timeout', facts: {}, logId: 'L1' } });
    const rows = auditTrail([post({ attempts: [failed, attempt({ number: 2, publishId: 'v2' })] })], []);
    expect(
      rows.map(({ attempt, outcome, error, logId, videoIds }) => [
        attempt,
        outcome,
        error,
        logId,
        videoIds.length,
      ]),
    ).toEqual([
      [1, 'failed', 'timeout', 'L1', 0],
      [2, 'published', undefined, undefined, 1],
    ]);
  });

  it('begins with the newest post, and survives a clock that was wrong', () => {
    const rows = auditTrail([post({ id: 'old', createdAt: 1 }), post({ id: 'new', createdAt: 8.7e15 })], []);
    expect(rows.map(({ postId, submittedAt }) => [postId, submittedAt])).toEqual([
      ['new', ''],
      ['old', '1970-01-01T00:00:00.001Z'],
    ]);
  });
});

describe('auditCsv', () => {
  it('is a heading and a row a publish, safe to open', () => {
    const spiked = post();
    const rows = auditTrail(
      [{ ...spiked, content: { ...spiked.content, caption: '=cmd|calc' } }],
      [account()],
    );
    const [heading, row] = auditCsv(rows).split('\r\n');
    expect(heading).toMatch(/^\uFEFFpost_id,attempt,publish_id,video_ids,/);
    expect(row).toBe(
      "post-1,1,v_pub_file~v2.1,'7301234567890123457,1970-01-01T00:00:00.500Z,1970-01-01T00:00:02.000Z," +
        "1970-01-01T00:00:03.000Z,'@fern,open-1,video,direct,PUBLIC_TO_EVERYONE,upload,published,,,,,'=cmd|calc",
    );
  });
});
